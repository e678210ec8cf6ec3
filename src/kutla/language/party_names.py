"""Names of parties that papers write without a word for what they are: "Likud", "Vooruit".

Of the countries in ParlGov they are read from its table (doi 10.7910/DVN/2VZ5ZC, CC0, shipped with
the package); of others they are common knowledge. A name says what it stands for only where
nothing in the article says otherwise: it is one vote among those that ``naming`` counts.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from kutla.language.given_names import GIVEN_NAMES
from kutla.language.pipeline import trained_strings
from kutla.register import country_names

_ELSEWHERE = (
    # Lebanon, Iraq, Kuwait, Palestine, Tunisia, Morocco, Egypt, Algeria, Sudan, Libya, Jordan
    (
    "Kataeb|Amal|Amal Movement|Future Movement|Free Patriotic Movement|Progressive Socialist Party|Marada|Marada Movement|Tashnag|Taqaddom|"
    "Al-Ahbash|Jamaa Islamiya|Taqaddum|Dawa|Gorran|Komal|Tamaddon|Ishraqat Kanoon|Imtidad|New Generation|Ennahda|Nidaa Tounes|"
    "Qalb Tounes|Tahya Tounes|Fatah|Istiqlal|Wafd|Nour Party|Ettakatol|Umma|Umma Party"
    ),
    # Pakistan, India, Bangladesh, Sri Lanka, Nepal
    (
    "PPP|PTI|PML-N|PML-Q|MQM|MQM-P|JUI-F|JUI|ANP|BNP|BNP-M|BAP|GDA|TLP|IPP|Tehreek-e-Insaf|Pakistan Tehreek-e-Insaf|Pakistan Tehreek-i-Insaf|"
    "Pakistan Peoples Party|Pakistan Muslim League-Nawaz|Pakistan Muslim League|Muttahida Qaumi Movement|Jamaat-e-Islami|Jamaat-i-Islami|"
    "Jamiat Ulema-e-Islam|Jamiat Ulema-i-Islam|Awami National Party|Awami League|Sunni Ittehad Council|Majlis Wahdat-e-Muslimeen|Majlis Wahdat-i-Muslimeen|"
    "BJP|Bharatiya Janata Party|Congress Party|Trinamool|Trinamool Congress|Shiv Sena|Aam Aadmi Party|AAP|DMK|AIADMK|Akali Dal|Shiromani Akali Dal|"
    "Samajwadi Party|Bahujan Samaj Party|Janata Dal|Telugu Desam|Telugu Desam Party|Jatiya Party|SLPP|SJB|UNP|SLFP|"
    "Nepali Congress|CPN-UML|UML|Maoist Centre|Unified Socialist|Rastriya Swatantra Party|RSP|Rastriya Prajatantra Party|RPP|Janamat Party|"
    "Janata Samajbadi Party|Loktantrik Samajbadi Party|Nagarik Unmukti Party|JSP|LSP"
    ),
    # Malaysia, Thailand, Indonesia, Philippines, Singapore, Myanmar, Cambodia, Timor
    (
    "Umno|UMNO|PAS|DAP|PKR|Bersatu|Amanah|Warisan|Muda|Pejuang|MCA|MIC|GPS|GRS|PBS|PBB|Barisan|Barisan Nasional|Pakatan|Pakatan Harapan|"
    "Perikatan|Perikatan Nasional|Parti Keadilan Rakyat|Parti Warisan|Gabungan Parti Sarawak|Gabungan Rakyat Sabah|Gerakan|"
    "Pheu Thai|Bhumjaithai|Palang Pracharath|Palang Pracharat|Move Forward|Future Forward|Kao Klai|Chartthaipattana|Chart Thai Pattana|Chart Pattana|Prachachat|"
    "Thai Sang Thai|Thai Raksa Chart|Ruam Thai Sang Chart|Seri Ruam Thai|Golkar|Gerindra|PDI-P|PDIP|Nasdem|NasDem|PKB|PKS|"
    "Fretilin|CNRT|Lakas|PDP-Laban"
    ),
    # Kosovo, Albania, North Macedonia, Serbia, Montenegro, Bosnia, Moldova, Ukraine, Georgia, Armenia
    (
    "Vetëvendosje|Vetevendosje|LVV|LDK|PDK|AAK|Guxo|Nisma|NISMA|Srpska Lista|AKR|VMRO-DPMNE|SDSM|DUI|Levica|Besa|SNS|SPS|DPS|URA|SNSD|SDA|SBB|"
    "HDZ|PAS|PSRM|Servant of the People|Holos|Batkivshchyna|Georgian Dream|Civil Contract"
    ),
    # Israel and Spain, Italy, Greece, Bulgaria, Belgium, the Netherlands: what ParlGov writes otherwise or has not
    (
    "Likud|Shas|Yesh Atid|Kahol Lavan|Blue and White|Yisrael Beytenu|Yisrael Beiteinu|Israel Beytenu|Yamina|Tkuma|Otzma Yehudit|Jewish Power|Noam|"
    "Ra'am|Raam|Ra’am|Hadash|Ta'al|Ta’al|Balad|Meretz|Kulanu|Telem|Derekh Eretz|New Hope|National Unity|Degel Hatorah|Agudat Yisrael|"
    "United Torah Judaism|Religious Zionism|Joint List|Labor-Gesher|Hadash-Ta'al|"
    "Vox|Junts|Junts per Catalunya|Esquerra|Esquerra Republicana|ERC|Bildu|EH Bildu|PNV|BNG|Sumar|Unidas Podemos|Podemos|Ciudadanos|Más País|Compromís|"
    "Coalición Canaria|Teruel Existe|UPN|CUP|Forza Italia|Italia Viva|Azione|Fratelli d'Italia|Liberi e Uguali|+Europa|Più Europa|Pasok|PASOK|Syriza|KKE|MeRA25|"
    "Plefsi Eleftherias|Elliniki Lysi|Niki|Spartans|Smer|Hlas|Sme Rodina|GERB|GERB-SDS|Vazrazhdane|Revival|Velichie|ITN|PP-DB|BSP|DPS|Vooruit|Ecolo|Groen|sp.a|"
    "N-VA|CD&V|Open VLD|MR|cdH|Les Engagés|DéFI|Défi|PVDA|PTB|PVDA-PTB|Vlaams Belang|VVD|PVV|D66|CDA|JA21|BBB|NSC|Denk|DENK|Volt|SGP|ChristenUnie|"
    "GroenLinks|GroenLinks-PvdA|PvdA|50PLUS|FPÖ|ÖVP|SPÖ|Neos|NEOS|AfD|BSW|SSW|Fidesz|Jobbik|Tisza|Momentum|Civic Platform|Konfederacja|Lewica|Razem"
    ),
)  # fmt: skip
_APART = re.compile(r"\s*\|\s*")
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
_LETTERS_OF_A_WORD = 4
_LATIN = re.compile(r"[A-ZÀ-Þ]")


@cache
def party_names() -> frozenset[str]:
    """Give the names, as they are written; none that is a common word, a country or a given name."""
    table = files("kutla.parliaments") / "parlgov" / "parties.csv"
    names = {name for each in _ELSEWHERE for name in each.split("|")}
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        written = _APART.split(f"{row['name']}|{row['english']}")
        names |= {name for name in (_GLOSS.sub("", each) for each in written) if _says_so(name)}
    return frozenset(names - set(country_names()))


def _says_so(name: str) -> bool:
    """Whether a name in ParlGov is more than a common word or a man's name."""
    if " " in name:
        return _LATIN.match(name) is not None
    folded = name.casefold()
    return (
        _LATIN.match(name) is not None
        and len(name) >= _LETTERS_OF_A_WORD
        and folded not in trained_strings()
        and folded not in GIVEN_NAMES
    )


ODD_NAMES = re.compile(r"(?<![\w.+-])(?:\+Europa|sp\.a|50PLUS|cdH)(?![\w-]|\.\w)")
"""Those that begin with no capital letter."""

"""Lands below a state that papers name without a word for what they are. Common knowledge."""

from __future__ import annotations

_LISTS = (
    # United States, Canada, Australia
    (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|"
    "Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|"
    "New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|"
    "South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Puerto Rico|American Samoa|Guam|"
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan|"
    "New South Wales|Victoria|Queensland|Tasmania|South Australia|Western Australia"
    ),
    # United Kingdom, Germany, Austria, Belgium, Netherlands, Italy, Spain
    (
    "Kurdistan|Europe|Asia|Africa|North America|South America|Latin America|England|Wales|Northern Ireland|Bavaria|Saxony|Lower Saxony|Saxony-Anhalt|Thuringia|Hesse|Saarland|Brandenburg|Baden-Württemberg|"
    "North Rhine-Westphalia|Rhineland-Palatinate|Schleswig-Holstein|Mecklenburg-Vorpommern|Styria|Carinthia|Tyrol|Salzburg|Vorarlberg|"
    "Burgenland|Upper Austria|Lower Austria|Flanders|Wallonia|Limburg|Zeeland|Friesland|Gelderland|Groningen|Lombardy|Veneto|Sicily|"
    "Sardinia|Tuscany|Piedmont|Campania|Calabria|Puglia|Lazio|Liguria|Umbria|Abruzzo|Andalusia|Galicia|Asturias|Aragon|Extremadura|"
    "Murcia|Cantabria|Navarre|Castilla-La Mancha"
    ),
    # Iraq, Lebanon, Pakistan, India, Nepal, Malaysia
    (
    "Basra|Nineveh|Anbar|Diyala|Salahaddin|Kirkuk|Najaf|Karbala|Wasit|Maysan|Muthanna|Dhi Qar|Diwaniyah|Babil|Erbil|Sulaymaniyah|"
    "Duhok|Dohuk|Akkar|Bekaa|Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|Gilgit-Baltistan|Goa|Kerala|Karnataka|Tamil Nadu|Gujarat|"
    "Maharashtra|Rajasthan|Bihar|Assam|West Bengal|Uttar Pradesh|Madhya Pradesh|Andhra Pradesh|Telangana|Odisha|Haryana|Jharkhand|"
    "Bagmati|Gandaki|Lumbini|Karnali|Madhesh|Sudurpashchim|Koshi|Johor|Kedah|Kelantan|Malacca|Negeri Sembilan|Pahang|Penang|Perak|"
    "Perlis|Sabah|Sarawak|Selangor|Terengganu"
    ),
)  # fmt: skip

REGIONS = frozenset(name for each in _LISTS for name in each.split("|"))
"""Names of states, provinces and regions, as English papers write them."""

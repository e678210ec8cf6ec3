"""Given names of many countries, with the sex of their bearers: our own list, from memory.

Only common ones, and none that is a word, a place or a party as often as a person. A name in both
lists, or in neither, says nothing about the sex.
"""

_FEMALE = """
ada agnes agnieszka aisha alexandra alice alicia alison allegra alma amal amalia amanda amina amira ana anastasia
andrea anette angela angelina anita anja anke ann anna annalena anne annegret annette annie anniken antje antonella
aoun arancha ariane arwa asma astrid asya atifete audrey aung-san aung ayelet azra barbara basma beata beate beatrice
beatrix begum benazir bhumika birgit bimala birgitte bodil brigitte bruna camelia camilla carin carla carly carmen
carola carolina caroline catalina caterina catherine cecilia celia chantal charlotte christiane christina christine
claire clara claudia clementine cornelia cristina dalia dana daniela daphne deborah denitsa desislava diana dima dina
dora doris dorothee dunja edith edna ekaterina elena eleni eleonora elisa elisabeth elise elisabetta eliza elizabeth ella
ellen elly elsa emilia emilija emily emma erica erika erna esther eva evelyn fadia faiza fatima fatma fawzia fiona
franziska frauke freya gabriela gabriele gefen genevieve georgina ghada giorgia gisela giulia gloria golda greta gudrun
gülay hala halina hana hanan hanna hannah hanneke hansa heather hediye heidi helen helena helene helga hilary hilda hillary
hina huda iben ilse ines inga ingeborg ingrid inna irene irina iris isabel isabelle ivanka iveta jacinda jadranka jana
jane janet jasmin jayanti jeanine jelena jennifer jessica joana joanna jolanda josephine joyce judith julia julie julija
kaja kamala karen karin karina karoline katalin katarina katerina kateryna katharina katherine kathleen kathrin katja
katrin kerstin khaleda kirsten klara kornelia kristalina kristina kyriaki laila lamia lana lara laura layla lea leila
lena leonore leyla lidia liesbeth lina linda lisa liz ljubica loredana lorena louise lucia lucie ludivine luise luisa
magda magdalena maha mairead maja malala manal manuela marcella margaret margarethe margarita margot maria mariam mariana
marie marielle marija marina marine mariya marlene marta martina mary maryam mateja maud maya meera melanie meline merav
meryem mette mia michelle mila milena mina miriam mirjam mona monica monika muna nada nadia nadine nadja nahla nancy
naomi natalia natalie natasha nele nicola nicole nina nisreen noelle nora norma nour olga olivia oriana orit orly paola
pamela patricia paula paulina penelope petra pia pilar priti rachel raja ramona rana rania rasha raya rebecca reem regina renate
renata rita roberta robin-sue romy rosa rosario roza ruth sabine safia sahar sahle salma samantha samia samira sandra sanna
sanam sara sarah saskia selma sevim shakira sharon sheikh-hasina shereen shirin sigrid silvia simona simone sirikit
sofia solange sona sonia sophia sophie soraya stefanie stella stephanie sujata susan susana susanna susanne suzan suzanne
svetlana svenja sylvia tamar tamara tania tara tatiana teresa theresa therese tina tova tzipi una ursula vaira valentina
valerie vanessa vera veronica veronika victoria viktoria violeta viorica virginia vivian vjosa wafa walida wanda wilma
albulena dafina donika ermira fatmire hanna-lena irit jehona limor mirlinda nasrin orna rivka shirly vlora yifat
adelheid bettina doro friederike gesine heike katharina mechthild raphaela sahra ulrike wiebke
adriana alexia begona cayetana cuca ines irune macarena mertxe meritxell nuria soraya
annelies caroline-yesilgoz dilan els gwendolyn hadja hilde joke kaatje lut petra-de zuhal
xenia yael yasmin yingluck yolanda yvette yvonne zahra zainab zeinab zeynep zofia zuzana
afroditi aida aina albana alena alessia alia andleeb anjana annick arbereshe aseel assita attje azalina azzurra
bahia bakhtawar barbel besa besiana bidhya bidya bushra canan carme chitra cynthia dagmar darya debora doruntina
drita duda edita edona effie elisenda elke esmah fadhlina faryal femke firdous fofi foteini francesca frieda
fuziah galit galya gila gitta goma gwendolien hykmete ibtisam idit ilaria iliana inaya inma intisar ioanna ione
irena ivelina jayapuri jeta johanna kalina kaltrina kashmala kasthuri keren khadija klaudia kulsoom laia
laurette laxmi leire liana licia lilian lilianne lilith liza maggie maleeka mara margarete maria-elena marianna
mariastella marietta marriyum mastura meglena mehnaz meri meyrem michela mimoza mireia miri naama nadezhda
nafisa nahida najat najiba nattaya nausheen nawal naz nerea niki nikoleta noelia noga nona noraini ofra onsari
ottavia pampha pannika petya pnina porntip radka raffaella rafidah raquel renske ricarda rina rocio ronit
rositsa rumyana samina saranda sarita sassui serpil sethrida shahrizat sharren shazia shelly sherry shireen
shqipe sigi sira sirikanya snezhana stanislava stefania steffi sudarat sudawan sumana syerleena sylvana tehmina
teodora tessa teuta theano tinne treenuch tsveta tsvetelina ulla urmila uzma valdete verena vesela vian
wan-azizah wieke ylenia yosra zakia zartaj zehava zoe zornitsa zuraida
abby abigail agatha ailsa alyson amelia aminata amy angie annabel annabelle ashley barb becky belinda beth betsy bette
betty beverley beverly bonnie brenda bridget brittany candice carol carole cassandra cathy cheri cheryl chloe chrissy
christy cindy claudette colleen connie corinne courtney darlene deb debbie deirdre denise dilma donna doreen dorothy
eileen elaine eleanor ellie eloise elsie emma-jane erin ethel eunice felicity florence frances gail gemma geraldine
gertrude gillian gina ginny gladys glenda gwen hailey halima harriet hattie henrietta imee imogen isla jackie
jacqueline jacqui janelle janice jayalalithaa jeanette jeannie jen jenna jenny jess jessie jill jillian joanne jocelyn
jodie josie juanita judy julianne justine kara kari kate kathryn kathy katie katy kay kayla keiko kellie kelly kemi
kerri kimberly kirsty kristen kristi kristin lauren laurie leni lesley letitia lillian lindsay lois loretta lori
lorraine lottie louisa lucille lucinda lucy lydia lynda lynn lynne mabel mackenzie madeleine madison maia maisie
mamata mandy marcia margie marianne marilyn marion marjorie marsha mattie maureen mavis maxine mayawati megan melissa
meredith mhairi mildred millie miranda moira mollie molly muriel myra myrtle nell nellie ngozi nikki nino nirmala
olena paige patsy patty paulette pauline peggy phoebe phyllis polly portia priscilla priyanka rachael rebekah rhoda
rhonda robyn rosalind rosalyn roseanna rosemary roslyn roxanne sabrina sadie sahle-work sally salome shannon shari
sheila shelley sheri shirley sian siobhan smriti stacy sue suella susie sviatlana sybil tabitha tammy tanya tasha tess
tiffany tracey traci tracy trina trish trudy tulsi vicki viola wendy whitney winifred yulia zarah
abir aleka annemarie camille corien dory halime hanin hisila joumana kajsa karine kati liesje luciana marijke marjolein
meliza montserrat nathalie nayla nunzia philippa renu rima salwa sapana sarwa shree stientje suha tatjana tsetska
valeria yordanka zaliha zeina
"""
_MALE = """
albulen ardian arben aryeh avigdor bedri besim blerim enver fatmir hashim isuf kadri liburn lirim lumir memli nenad
petrit rexhep sali visar zlatan aviv bezalel dudi gilad itai lior matan moti nir ofer ron-dermer shlomo yair yariv
yoaz yoram yossi yuli zvi raoul theo vincent-van maxime frank-van conner jean-marc pieter-omtzigt wopke wouter henri jesse sander
volker marco-buschmann karl-theodor joschka gregor-gysi armin-laschet aart alexei alexis-tsipras antonios dimitrios
efstathios evripidis giannis haris konstantinos kyriakos-mitsotakis lefteris panagiotis sotiris spyros stavros thodoris vangelis
bilawal fawad hamza-shahbaz ishaq-dar khurram miftah murad pervez raja-pervaiz shahid tariq-fatemi usman
gagan shekhar upendra bimalendra bishnu pradeep rabi rajendra-lingden ram sudan topbahadur barsaman janardan
azmin johari mukhriz nurul rafizi redzuan saifuddin tengku wan zahid zambry
aad abbas abdel abdelaziz abdelfattah abdullah abdulrahman abiy achim adam adel adil adnan adolf adrian ahmad ahmed aires
akbar akihito akram alain alan albert alberto albin alejandro aleksandar aleksander aleksei alessandro alex alexander
alexandre alexis alfred alfredo ali allan alois amir ammar anatoly anders andre andreas andrei andrej andres andrew
andrius angelo anil ante anthony anton antoni antonio antónio antonis anutin anwar arash aris armin arnaud arnold artur
arturo arvind asad ashraf asif atal ayad ayman aziz baher bahaa bakhtiar barham barack bart bartosz basil basim bassam
bashar bashir benedikt beniamino benito benjamin benny bernard bernd bernhard bernie bert bertrand besnik bidzina bijan
bilal bilawal björn bob bogdan boris borislav boyko branislav branko brian bruno burhan caetano carl carles carlo carlos carsten
cem charbel charles chaithawat chonlanan christian christof christoph christos christopher claus clemens conor constantin
costas cyril dacian dag damian dan daniel daniele danny dara-singh dario darius david dejan denis dennis deniz detlef
dhia didier diego dieter dietmar dilip dimitar dimitri dimitris dino dirk dmitri domenico dominic dominik dominique
donald dragan dritan duncan dusan ebrahim edi edgar edmund edouard eduard eduardo edward edwin efraim egbert ehud elad elias eli
elio emanuel emile emir emmanuel enda enrico enrique erdogan eric erich erik ernst ervin erwin esmail espen evangelos evo
fadi fahmi faisal faiz falah faleh faruk farouk fazlur felipe felix ferdinand fernando ferenc filip fikret florian fotis
francesco francis francisco franco francois frank frans franz fred frederik friedrich fuad gabi gabriel gadi gamal gaston
gebran geert geoffrey georg george georges georgi gerard gerhard gerrit ghassan ghazi gideon gilbert gianfranco gianluca
giovanni giuseppe goran gordon gottfried graham grant gregor gregory guido guillermo guntram gunter gustav guy gyula habib
hadi hadi-al haider haidar hakan hakeem hamad hamdan hamid hamza hannes hans harald haris harold harry hasan hashem
hashim hassan hatem heiko heinrich heinz helmut hendrik henri henrik henry herbert herman hermann hikmet hisham
hishammuddin horst hoshyar hossam hosni hubert hugo humza husni hussain hussein ian ibrahim ignacio igor ilham iliya ilias
imad imran ingvar ioannis ion isaac isa ishaq ismail issam itamar ivan ivo iyad izzat jaap jacek jack jacob jacques jair
jakob jamal james jan janez janos janusz jarmo jaroslav jaroslaw jasim javad javier jean jean-claude jean-luc jean-yves
jeff jens jeremy jeroen jerzy jesper jesse jim jimmy jiri joachim joan joao joaquin joe johan johann johannes john johnny
jonas jonathan jordi jorge jose josé josef josep joseph joshua joost juan jude julian julien julius jurgen justin kadhim
kai kamal karel karim karl karol karolos kaspar kassem ken kenneth kevin khaled khalid khalil kiril kim klaas klaus
knut kofi konrad konstantin kostadin kostas krishna kristian kurt kyriakos lachlan lahur lajos lars lasse laurent lazar
lech leif leo leonard leonid leopold lev liam lionel ljubomir lodewijk lorenzo lothar louis luc luca lucas luciano ludwig
luigi luis lukas lula mads madhav magnus mahathir mahdi mahmood mahmoud malcolm manfred manuel manuel-maria marc marcel marcelo
marcin marco marek mario marin mariusz mark marko markus marouf martin martti marwan marzouk masoud massimiliano massoud
mateusz matteo matthew matthias matti maurice mauricio maurizio max maxim maximilian mehdi mehmet mette-marius michael
michal michel miguel mihai mihail mikael mike mikhail mikulas milan milorad milos mircea mirko miroslav mitch mohamad mohamed mohammad
mohammed mohsen moncef moqtada mordechai morgan moritz morten moses moshe mossad mouin muammar muhammad muhyiddin muqtada
mustafa mustapha nabih nadhim naftali naguib naim najib najm naoto narendra nasser nassif nawaf nawaz nawshirwan nayib
nechirvan neil nello nelson nicholas nicola nicolas nikol nikola nikolai nikolaos nikos nils nitzan norbert nouri nuri oleg oliver
olaf olivier omar omer oriol oren orhan oscar oskar osama otto oussama owen pablo panos paolo pascal patrick paul paul-henri paulo
pavel pawel pedro peer per percy pete peter petr petteri philip philipp philippe pierre pieter pietro pita plamen prachanda
pranab prayuth prawit pushpa qais qasem qassem quentin qubad quim rabi rached rachid radek radostin radoslaw rafael rafic rafiq rahul rainer rajendra
ralf ralph ramadan rami ramush ramzi rand raul ravi raymond rayan recep reinhold renato rene renzo reuven reza riad ricardo
richard riyad rob robert roberto robin rodrigo roger roland rolf roman ron ronald rory rowan roy ruben rudi rudolf rumen
ryan saad saadoun sadiq saeed safa said saif sajid salah salam saleh salem salim salman salvador sam sami samir samuel samy
sandor santiago santos sarkis saud scott sean sebastian selahattin serge sergei sergey sergio sergiy seyed shafie shah shaul shahbaz shehbaz sher shimon shinzo
sigmar silvio simon slawomir slobodan sorin srettha stanislav stefan stefano stein stephen stephane steve steven subas suleiman sultan
sven taha taher tahir talal tamim tammam tareq tariq tarek tayyip ted teodor terry thaksin thanathorn theodor thierry thom
thomas tilman tim timo timothy tobias todor tom tomas tomasz tomio tommaso tomislav tommy toni tony torsten tsai uhuru ulf ulrich umar ismael
uwe vaclav valdis valentin valeri valery vasil vicente vicky viktor victor vincent vinzenz vittorio vlad vladimir volker volodymyr walid walter
waleed warren wayne werner wieslaw wilfried wilhelm willem william willy winfried winston wladyslaw wojciech wolfgang wopke xavier yaakov
yahya yair yanis yannis yassin yasser yitzhak yoav yousef youssef yuri yusuf yves zafer zaid zainuddin zdravko zeev ziad ziya zoltan zoran zulfikar
abdul abelard abhisit adly adolfo adonis aftab agim agni ahmet ahsan aiham aitor aitzaz ake akhtar akis alaa
alaaldin aleem aleix alekos alexandros alfonso alon altaf altin amichai amiram amirudin amnon amresh anas
anastasios andoni angelino anmar annuar antoine anupong anwaarul apirat apostolos aqil arban arianit arif arjun
arkhom armend arnaldo arne arye asaad aseefa asen asfandyar asim assen atanas atanass athil atta attaullah aukje
avdullah awais axel ayaz ayham ayoob azam babar babu baburam bafel bahri bajram balen balendra bamdev banharn
banyat barak barshaman barzan basem behgjet behxhet beke bekim bengt benoit beppe berat bhim biser bishwa bjarne
boaz bobo bodo borja bozhidar burim burkhard caspar cesar cesc chada chaikasem chaim chalerm chalermchai chandra
chaovarat chavalit chris chuan chuvit claudio clemente corne cristobal daan dani dardan darell daut davide
dawood deepak delyan derk dhiaa diederik dietrich dilendra dimitur dion dionysis dipak dov dragomir driton
eberhard eddy efthymios ehsan eirik eitan ejaz elazar emil emiliano enric erling ernest ettore euclid ewon fabio
fabrizio fadil fadillah fady faik faizal falih fareed farid farshad faton fatos fausto federico ferran ferruccio
filippo fisnik flamur fleur florin fouad francina fredrik frits gaetano galab galeazzo ganesh gaspar
georges-louis georgios gerald gernot gert-jan ghadhban ghanashyam ghous giancarlo gianni gidi giorgio giorgos
giriraj giulio glauk gobind gohar gokarna gonzalo gopal graziano grigoris guglielmo guillem gunnar gyanendra
hafedh hafeez hafiz hagop haim haitham hajiji hajim hajredin hakem haki halvard hamed hammad hamzah hans-peter
haroon hasil hassane heinz-christian hikmat hili hiwa holger hoshang hridayesh hristo hubertus humam hussam
hysen idan idris iftikhar ignazio ijaz ilan ilko ilyas imanol indra inigo irfan ishwar isidro itzik ivaylo izhar
jaafar jabar jabbar jaco jahangir jakup jalal jan-peter jasem jassem jatuporn jaume javed jawad jean-marie
jean-pascal jebran jeffrey jevdet jhala jhalanath joan-josep jon jorg jorgen joris josu juan-manuel juanma julio
jumaa jurin kabalan kadhem kaloyan kamran kareem karl-josef karlheinz karrar kashif kazem kees keshav khadga
khairy khalaf khamis khaqan khawaja khawar khunawut khurshid kifah kjell koldo korman korn kostis krasimir
krenar kriengsak kris krum kujtim kul labinot lalbabu lamberto latif laurens lekh lennart liaquat liew likit
lirak lluis loke loukas luay lucio lulzim lutfi lyuben lyutvi machiel mahantha mahendra mahir mahmud majid makis
maksim manol manolis mansour maqbool marcello mariano marnix masrour massimo mathieu mauro mazen mehmood meir
melhem menachem michalis michele michiel mickey mikel mikkel miltiadis minendra miquel mohanad mohd mohsin
moonis mujahid munir musa musadik mushahid mushtaq muthanna nabil nachman naeem nahro nait najah najem narayan
naseer naser nasos nassib natan nattawut natthaphong naveed nawzad nayyar nazri nechervan neemat nehat nehme
nektarios nemat nestor newin nexhat nichi nik nikitas nikolay nisar nizar noppadon notis nunzio odysseas ofir
ognyan okab olof omed omid onno osvaldo paetongtarn panayiotis panya parit parvez pasqual patxi pau paul-henry
pavlos pepijn pere pervaiz petar petros phichit phumtham pichai pichit pier piercamillo pierluigi piero
pierre-yves pirapan pitak pitha piyabutr pleurat pradip prakash prayut prokopis prommin purna qamar qasim raad
radan radomir radoslav raffaele rafid rafie raghubir rahman raimon rajae rajkishor ramchandra ramesh ramon ramy
rangsiman rasim rasmus razali rebin rebwar reinhard rens resham riaz ribwar riccardo rikan rizgar rocco roelof
rojhilat romano rudiger ruud saadeddine saadi sabri sabu sadri safwan sajjad salahuddin saleem salvatore sammy
samsuri sanaullah sandro sansern santosh sanusi sarfraz saritpong sarkawt sarmad sattar sejaan selim sepp
seripisut servais shafqat shahidan shahzad shai shakhawan shalaw shankar shaswar shaukat sheheryar shiva
shkumbin shpend shwan sigurd simcha simeon sindre siraj sirajul sirwan skender slavi slavko sleiman sohail sokol
sokratis somchai somkid sompong somsak sonthi sontirat soren spilios stathis stef stefaan stefanos steffen
stelios stephan stig stoyan subash suchart supachai suporn surakiart surendra suriya surya suthep sutin suwat
swarnim sybrand tahseen tajuddin takis takiyuddin talib taymour telemachos teresio terje teun teymour thamanat
thamer thanakorn thanasis thanos themis theodoros theodosis theptai thorsten tihomir tilo timon tino tiong
tjeerd toma tomer tono toshima toshko traicho trond tryfon tsoncho tsvetan tsvetlin tunahan ubaidullah uday udo
ugo umberto unai uran uri valon varawut vasco vasilis vassilis veera ventsislav veton vichit vito vjollca
vladislav waddah wael waqar watana wathiq wiam wirat wiroj wissanu xabier xhavit yakov yanaki yannick yaron
yaseen yasin yassine yavor yehuda yiannis yinon yitzchak ylli yoel yogesh yonadam yongyuth yoni yordan yousaf
yuval zafar zain zainal zana ze'ev zef zenun zhivko zisis zubair zulfiqar zulkifli
aaron abdelmadjid abdul-hamid abdulhamid abraham aguila aimal akhilesh alassane alastair alec alexey alvaro alvin amin
amit andriy andrzej andrés andy angus anies arthur atiku austin babatunde bakir barry ben benedict benigno bhagwant
bill billy bobby bobi bola bongbong boyd brad bradley brent brett bruce bryan byron cameron cecil chad charlie chester
chuck chukwuemeka clarence clark claude clifford clint clive cody colin corey cory craig curtis danilo darin darren
darryl dave debretsion derek desmond deval devendra devin dexter dmitry dmytro donnie doug dougie douglas dustin
dwight dylan dzhevdet ed eddie eknath elijah eliot elliot elliott elvis elyes emmerson errol ethan evan fathi felix-
antoine floyd forrest freddie freeman ganjar garth gary gavin gene geoff gerry giorgi glen glenn goffredo goodluck
greg gustavo hakainde hank harvey hector hemant hichem himanta homer howard hristijan hugh humphrey irakli irvin
isaiah ishwor ivor iñaki jackson jakaya jake jakov jared jarosław jarrod jason jawar jed jerome jerrold jerry jock
joel joey joko jonah jordan josh jörg kais kakha kalonzo keir keith kenny kent kerry khalifa kieran kirk kizza kojo
kwame kyle lamar larry laurence lazarus len lenny leroy leslie lester lewis lincoln lloyd logan lou louie luiz luke
luther macky manmohan marcus marshall martyn marvin matt melvin merrick merv micheal mick mikheil miles milo miloš
morris murray musalia mwai nate nathan nathaniel neal ned nick nicky nigel nitish nnamdi noah noel norman oleksandr
oleksiy ollie olly olusegun orlando otis ousmane perry petro phil phillip prabowo preston péter quincy raila rajnath
ram-nath randall randy reggie reginald rhys rick ricky rishi robbie roderick rodney ronnie rosen ross rudy rufus
rupert russ russell sebastián serzh seth shane sharad shaun shawn sheldon sherrod sid siddaramaiah sidney sonny
spencer stacey stan stanley stewart stuart sukhbir sylvester szymon tam tanner terence terrence thabo theodore toby
todd travis trevor trey tristan troy tundu tyler uddhav usama vance vaughan vernon vezhdi vic vince virgil vitali
wallace walt wendell wes wesley wilbur willard willie wyatt władysław yaw yemi yevgeny yogi yoweri yulian zac zach
zachary zane zeljko álvaro željko
abang achraf aditya adri aiman ajay amer andreu arie artan ashok assem atheel aurangzeb avi avichai azhar azis azma
bahij baqir bassem besian bibi binod boutros bujar bulos chadchart chamel chaudhry christophe chusak chuwit darko diaa
dimo edgard edmundo edy efrat elie esteban ezzat fadhil faiq farhad farhatullah faris fawzi firas gerardo gert gom
gordan govinda hakim harith harmen hazem henk hoshiyar hossein humayun husam ihab ilir iskandar jaber jafar jameel jamil
janine jihad jitendra jos kadhum koen kosrat labib laith lluis louka lozan maarten maher maximus maytham meqdad misbah
mudhar mufid muhannad muhsin mukta murtaza mushriq muwaffaq nadim naji nataphol nayden nazih nissim noor othman prasert
prem qabalan rabindra radev rafi rafik ramasamy rameshwor rashid rebar rewaz ronen rowsch sadoun safaa sajad salih
sardar shaalan shakhawan shanker sherzad shibli sorawong suad subhi syed taimur teodoro thaer thammanat tofiq tzachi
wadad wiebe wim wolfram xhelal yagya yehya yisrael younis yousif yousuf ziyad zuhair
"""
FEMALE = frozenset(_FEMALE.split()) - frozenset(_MALE.split())
MALE = frozenset(_MALE.split()) - frozenset(_FEMALE.split())
GIVEN_NAMES = frozenset((*_FEMALE.split(), *_MALE.split()))


def sex_of(name: str) -> str:
    """Give ``f`` or ``m`` where the given name of a full name says so, else nothing.

    >>> sex_of("Ilse Brandt"), sex_of("Brandt")
    ('f', '')
    """
    first, _, rest = name.casefold().partition(" ")
    if not rest:
        return ""
    return "f" if first in FEMALE else "m" if first in MALE else ""

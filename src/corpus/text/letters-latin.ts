/**
 * The Latin script: see letters-profiles.ts for what the figures are.
 *
 * Serbian in Latin letters, Bosnian and Croatian differ in no letter. They differ in the reflex of one old vowel (Serbian
 * `mleko`, the others `mlijeko`: the marks `je` and `ije`) and in a number of everyday words, which therefore stand here.
 */
import type { ScriptProfiles } from './letters-profiles.ts';

/** What the three have in common, in the order of frequency. */
const southSlavic =
  'je i u da se na za su od ne ili kao s ali o će iz do po bi koja koji koje nije bio bila samo sam to kako biti ga mu me ' +
  'njih jer pa kad kada smo ima nema ovo ova taj te bez više dva dvije tri još im bude jedan jedna vas vi on ona oni može ' +
  'danas jučer sutra godine prema protiv između kod ni sve svih zbog pred sa';

export const latin: ScriptProfiles = {
  plain: 'abcdefghijklmnoprstuvzï\u0307',
  letters: {
    wxqy: 'wxqy',
    áíóú: 'áíóú',
    é: 'é',
    ñ: 'ñ',
    àèìòù: 'àèìòù',
    âêîôû: 'âêîôûœ',
    ç: 'ç',
    ãõ: 'ãõ',
    äöü: 'äöü',
    ß: 'ß',
    ğış: 'ğış',
    ë: 'ë',
    čšž: 'čšž',
    ćđ: 'ćđ',
    ăț: 'ășțţ',
    ąęłż: 'ąęłńśźż',
    řěů: 'řěůťďň',
    ýľĺŕ: 'ýľĺŕ',
    åæø: 'åæø',
    őű: 'őű',
  },
  parts: {
    je: /[dmpstv]je\p{L}/u,
    ije: /[bcdlrstvn]ije[bčćdhklmnsštvzž]/u,
    e: /vred|mest|posle|sled|vest|čove[kč]|vrem|^dete|^dec[aeu]|^sve[st]t|^bel|videl|videt|hte[ol]|vole[ol]|žele[ol]|^pre[^dgmkns]|gde|^le[pt]/u,
  },
  languages: {
    en: {
      words:
        'the of and to in a is that it was for on he with as i you at be by have are this not but had his they from she ' +
        'which or we an there her were one do been all their has would will what when who if more no out so said up its ' +
        'about them then my than can only your where me please him could should shall may',
      marks: { wxqy: 25, é: 0.2 },
    },
    es: {
      words:
        'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin sobre este ' +
        'ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué solo yo hay ' +
        'vez puede todos así nos ni parte tiene uno donde bien nada mañana',
      marks: { áíóú: 10, é: 2, ñ: 1.5, äöü: 0.1, wxqy: 9 },
    },
    fr: {
      words:
        'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on ou son aux ' +
        'l d qu n s c j ses cette mais comme nous je elle été tout y sa même deux si leur leurs être ont ans où sans ' +
        'était vous lui fait entre après elles ils très votre chez merci',
      marks: { é: 14, àèìòù: 5, âêîôû: 3, ç: 0.7, ë: 0.2, wxqy: 10 },
    },
    de: {
      words:
        'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat ' +
        'dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr ' +
        'durch man sein wurde ich wenn ihr wir ihre kein keine mich du bitte weiß',
      marks: { äöü: 12, ß: 1.5, wxqy: 9 },
    },
    it: {
      words:
        'di e che la il un a per in una è del non con le si i da della l al ma dei nel come lo alla più gli sono delle o ' +
        'anche ha dal su se ai questo d nella ci questa mi era quando hanno suo sua cui tra fra ed essere molto stato ' +
        'dalla degli dopo due ogni io dove',
      marks: { àèìòù: 5, é: 0.8 },
    },
    pt: {
      words:
        'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando ' +
        'muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você foi ' +
        'tem são está onde',
      marks: { áíóú: 7, é: 3, ãõ: 6, ç: 3, âêîôû: 2, àèìòù: 0.5, wxqy: 4 },
    },
    ro: {
      words:
        'de și în a la cu o pe nu să din care un se este mai pentru că au prin sau fi ca ce sunt al le ale fost după lui ' +
        'ei între două te am dar dacă cel cea orice fără îi său',
      marks: { ăț: 28, âêîôû: 13 },
    },
    nl: {
      words:
        'de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij die of door over uit ze naar ' +
        'heeft hij ik je wordt worden nog tot kan deze dit geen was werd wat meer zich we u',
      marks: { wxqy: 9, ë: 0.6, é: 0.4 },
    },
    tr: {
      words:
        've bir bu da de için ile çok en olarak daha olan gibi kadar o ne her ama ben sen değil mi mı var yok sonra ki ya ' +
        'veya onun biz hiç iki üç şey bunu nasıl diye göre ise kendi yine beş önce lütfen bana hem',
      marks: { ğış: 48, ç: 9, äöü: 26, âêîôû: 0.5, wxqy: 18 },
    },
    sq: {
      words:
        'të e në dhe për i me që një se nga u është të më nuk si ka ky kjo do po janë ishte pas duke edhe mund tij saj ose ' +
        'kanë pa por kur gjatë deri ku këtë ne ju mbi',
      marks: { ë: 48, ç: 2, wxqy: 10 },
    },
    pl: {
      words:
        'w i na z się do nie że to jest o jak po za od a ale dla przez był co przy tym tak czy są jego jej już ich może ' +
        'tylko być było ze które który która oraz pod bez gdy lub każdy',
      marks: { áíóú: 6, ąęłż: 32, ćđ: 4, wxqy: 25 },
    },
    sl: {
      words:
        'je in v na da se za so ki z s pa po ne bi tudi pri od kot do iz ali sem če ni ga še to kako bo lahko ko med ob že ' +
        'bil bila pred le jih vse si ter zaradi svoje kaj mu nad ima vsakdo',
      marks: { čšž: 14, je: 0.5, e: 3 },
    },
    hr: {
      words:
        `${southSlavic} što tko nitko netko gdje također nakon prije poslije ovdje uvijek vrijeme dijete djeca mjesto ` +
        'tijekom tijek tjedan tisuća tisuće općina općine europa europe europske siječnja veljače ožujka travnja svibnja ' +
        'lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca vlak kruh tvrtka sveučilište sveučilišta ' +
        'znanstvenici uvjet uvjeti poput svatko kamo vijeće osobito posljednjih kazališta glazba povijest dućan krumpir navečer vlada',
      marks: { čšž: 15, ćđ: 6, je: 4, ije: 3 },
    },
    bs: {
      words:
        `${southSlavic} što šta ko niko neko gdje također takođe nakon prije poslije ovdje uvijek vrijeme dijete djeca ` +
        'mjesto tokom sedmica sedmice hiljada hiljade općina općine opštine evropa evrope evropske januara februara marta ' +
        'aprila maja juna jula augusta avgusta septembra oktobra novembra decembra voz hljeb firma univerzitet univerziteta ' +
        'naučnici historija lahko svako naročito posljednjih prodavnica krompir navečer kahva vijeće muzika vlada juče',
      marks: { čšž: 15, ćđ: 6, je: 4, ije: 3 },
    },
    sr: {
      words:
        `${southSlavic} što šta ko niko neko gde takođe nakon pre posle ovde uvek vreme vremena dete deca mesto mesta dve celu celo celoj ` +
        'tokom nedelja nedelje nedelju hiljada hiljade opština opštine evropa evrope evropske januara februara marta ' +
        'aprila maja juna jula avgusta septembra oktobra novembra decembra voz hleb firma univerzitet univerziteta ' +
        'naučnici istorija svako naročito poslednje poslednjih prodavnica krompir uveče juče sneg mleko reka reke reku ' +
        'belo bele svet sveta svetu čovek čoveka ljubav pesma delo dela deo gore lepo sedeo sedela videti primer obaveštenja tačno vlada',
      marks: { čšž: 15, ćđ: 6, e: 4 },
    },
  },
};

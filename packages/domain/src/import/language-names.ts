import { LANGUAGE_CODES, LANGUAGE_LEVELS } from "../people.ts";
import type { LanguageCode, LanguageLevel } from "../people.ts";
import { foldText } from "./fold-text.ts";

/** Names in German, English, French and the language itself, as people write them. */
const NAMES: Readonly<Partial<Record<LanguageCode, string>>> = {
  de: "deutsch, german, allemand, almanca, hochdeutsch, الألمانية, німецька, немецкий, آلمانی",
  ar: "arabisch, hocharabisch, arabic, arabe, arapça, العربية, عربي, عربی, арабська, арабский",
  uk: "ukrainisch, ukrainian, ukrainien, українська, украинский",
  ru: "russisch, russian, russe, русский, російська, الروسية",
  fa: "persisch, farsi, persian, iranisch, persan, فارسی, فارسي",
  prs: "dari, دری, دري",
  ps: "paschtu, paschto, pashto, pashtu, pastho, paschtunisch, پښتو, پشتو",
  kmr: "kurmandschi, kurmanji, kurmanci, kurmancî, nordkurdisch, kurmandji",
  ckb: "sorani, soranî, zentralkurdisch, südkurdisch, سۆرانی, سورانی",
  tr: "türkisch, turkish, turc, türkçe, turkce, التركية",
  ti: "tigrinya, tigrinja, tigrina, tigrigna, ትግርኛ, eritreisch",
  am: "amharisch, amharic, amharique, አማርኛ",
  so: "somali, somalisch, somalie, soomaali, af soomaali",
  en: "englisch, english, anglais, ingilizce, الإنجليزية, англійська, английский, انگلیسی",
  fr: "französisch, french, français, francais, الفرنسية, французька, французский",
  es: "spanisch, spanish, español, espagnol, castellano",
  it: "italienisch, italian, italiano, italien",
  pt: "portugiesisch, portuguese, português, portugais",
  pl: "polnisch, polish, polski, polonais",
  ro: "rumänisch, romanian, română, roumain, moldauisch, moldawisch",
  bg: "bulgarisch, bulgarian, български",
  sq: "albanisch, albanian, shqip, kosovarisch",
  sr: "serbisch, serbian, srpski, српски",
  hr: "kroatisch, croatian, hrvatski",
  bs: "bosnisch, bosnian, bosanski",
  mk: "mazedonisch, macedonian, македонски",
  el: "griechisch, greek, ελληνικά",
  hu: "ungarisch, hungarian, magyar",
  cs: "tschechisch, czech, čeština",
  sk: "slowakisch, slovak, slovenčina",
  lt: "litauisch, lithuanian, lietuvių",
  lv: "lettisch, latvian, latviešu",
  ka: "georgisch, georgian, ქართული",
  hy: "armenisch, armenian, հայերեն",
  az: "aserbaidschanisch, azerbaijani, azeri, azərbaycanca",
  rom: "romani, romanes, romanesisch",
  ur: "urdu, اردو, pakistanisch",
  hi: "hindi, हिन्दी",
  pa: "punjabi, panjabi, pandschabi, ਪੰਜਾਬੀ",
  bn: "bengali, bengalisch, bangla, বাংলা",
  ta: "tamil, tamilisch, தமிழ்",
  ne: "nepali, nepalesisch, नेपाली",
  zh: "chinesisch, chinese, mandarin, 中文",
  vi: "vietnamesisch, vietnamese, tiếng việt",
  th: "thai, thailändisch, ไทย",
  tl: "tagalog, filipino, philippinisch",
  id: "indonesisch, indonesian, bahasa indonesia",
  ha: "hausa, haussa",
  yo: "yoruba, yorùbá",
  ig: "igbo",
  sw: "suaheli, swahili, kisuaheli, kiswahili",
  ln: "lingala",
  wo: "wolof",
  ff: "fula, fulfulde, fulani, pular, peul",
  bm: "bambara, bamanankan",
  om: "oromo, oromisch, afaan oromoo",
  he: "hebräisch, hebrew, iwrit, עברית",
  nl: "niederländisch, holländisch, dutch, nederlands",
  da: "dänisch, danish, dansk",
  sv: "schwedisch, swedish, svenska",
  gsg: "gebärdensprache, deutsche gebärdensprache, dgs, german sign language, sign language",
};

/** Words that usually mean one language and sometimes another: read so, and said so. */
const ASSUMED_NAMES: Readonly<Partial<Record<LanguageCode, string>>> = {
  kmr: "kurdisch, kürdisch, kurdish, kurde, kurdî, kürtçe, كردي, کردی, الكردية",
  prs: "afghanisch, afghan",
  ar: "syrisch, irakisch, marokkanisch, syrian",
  sr: "serbokroatisch, serbo kroatisch, jugoslawisch, serbo croatian",
  am: "äthiopisch, ethiopian",
  hi: "indisch, indian",
};

const LEVELS: Readonly<Record<LanguageLevel, string>> = {
  basic:
    "a0, a1, a2, basic, basics, etwas, wenig, ein wenig, bisschen, ein bisschen, kaum, grundkenntnisse, grundlagen, anfänger, anfängerin, schlecht, little, a little, beginner, elementary, débutant, un peu, gering, geringe, einfach, einfache",
  conversational:
    "b1, b2, gut, gute, guter, gutes, guten, mittel, good, intermediate, conversational, alltagssprachlich, konversation, konversationssicher, befriedigend, moyen, bien, ok, okay, fortgeschritten, iyi",
  fluent:
    "c1, c2, fließend, fliessend, fluent, fluently, sehr gut, sehr gute, sehr gutes, sehr guten, very good, verhandlungssicher, perfekt, perfect, sicher, courant, couramment, excellent, ausgezeichnet, advanced",
  native:
    "muttersprache, muttersprachlich, muttersprachler, muttersprachlerin, muttersprachlerniveau, native, native speaker, mother tongue, erstsprache, first language, langue maternelle, maternelle, l1, ana dili, рідна, родной",
};

const FILLERS = new Set(
  "sprache, sprachen, sprachkenntnisse, kenntnisse, spreche, spricht, speak, speaks, ich, i, mit, auch, ca, niveau, level, stufe, auf, und, and, et, oder, or, zertifikat, telc, goethe, in, wort, schrift, bzw, langue, language, languages"
    .split(", ")
    .map(foldText),
);
const DENIALS = new Set(["kein", "keine", "keinen", "nicht", "ohne", "no", "not", "without"]);

export type LanguageWord =
  | { readonly kind: "language"; readonly code: LanguageCode; readonly isAssumed: boolean }
  | { readonly kind: "level"; readonly level: LanguageLevel }
  | { readonly kind: "filler" }
  | { readonly kind: "denial" };

function buildDictionary(): ReadonlyMap<string, LanguageWord> {
  const words = new Map<string, LanguageWord>();
  const addAll = (names: string | undefined, word: LanguageWord): void => {
    for (const name of names?.split(", ") ?? []) words.set(foldText(name), word);
  };
  for (const level of LANGUAGE_LEVELS) addAll(LEVELS[level], { kind: "level", level });
  for (const code of LANGUAGE_CODES) {
    addAll(ASSUMED_NAMES[code], { kind: "language", code, isAssumed: true });
    addAll(NAMES[code], { kind: "language", code, isAssumed: false });
  }
  for (const filler of FILLERS) words.set(filler, { kind: "filler" });
  for (const denial of DENIALS) words.set(denial, { kind: "denial" });
  return words;
}

const DICTIONARY = buildDictionary();

/** What a folded word, or up to three words in a row, mean in a list of languages. */
export const languageWord = (folded: string): LanguageWord | undefined => DICTIONARY.get(folded);
export const LONGEST_NAME_IN_WORDS = 3;

/** "Arabisch": the name a language goes by in German lists. */
export function germanLanguageName(code: LanguageCode): string {
  const [name = code] = NAMES[code]?.split(", ") ?? [];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

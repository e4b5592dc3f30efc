import type { Labels } from "./network-definition.ts";

export interface DeclarationDefinition {
  readonly kind: "secrecy" | "agreement" | "consent";
  readonly titles: Labels;
  readonly paragraphs: Readonly<Record<keyof Labels, readonly string[]>>;
}

/** First versions of the three texts people sign or agree to. German is binding; changes make a new version. */
export const DEFAULT_DECLARATIONS: readonly DeclarationDefinition[] = [
  {
    kind: "secrecy",
    titles: { de: "Verschwiegenheitserklärung", en: "Secrecy declaration", ar: "تعهد بالسرية" },
    paragraphs: {
      de: [
        "Was ich in meinem Ehrenamt über Menschen erfahre, behalte ich für mich: auch gegenüber Familie, Freund:innen und anderen Ehrenamtlichen.",
        "Ich gebe keine Namen, Fotos, Nachrichten oder Unterlagen weiter und mache keine Kopien von Ausweisen und Bescheiden.",
        "Wenn ich mir um jemanden Sorgen mache, spreche ich mit meiner Koordination. Sie ist selbst zur Verschwiegenheit verpflichtet.",
        "Das alles gilt auch nach dem Ende meines Ehrenamts. Mir ist bekannt, dass es strafbar sein kann, Anvertrautes weiterzugeben (§ 203 StGB).",
      ],
      en: [
        "What I learn about people as a volunteer I keep to myself: also towards family, friends and other volunteers.",
        "I pass on no names, photos, messages or papers, and I make no copies of identity cards or official letters.",
        "If I am worried about somebody, I talk to my coordinator, who is bound to secrecy as well.",
        "All this still holds when I no longer volunteer. I know that passing on what was confided to me can be an offence (§ 203 StGB).",
      ],
      ar: [
        "كل ما أعرفه عن الناس من خلال عملي التطوعي أحتفظ به لنفسي، حتى أمام العائلة والأصدقاء والمتطوعين الآخرين.",
        "لا أنقل أسماء أو صوراً أو رسائل أو أوراقاً، ولا أصنع نسخاً من الهويات والرسائل الرسمية.",
        "إذا قلقت على شخص ما، أتحدث مع جهة التنسيق، وهي ملزمة بالسرية أيضاً.",
        "يبقى هذا كله سارياً بعد انتهاء عملي التطوعي. أعلم أن إفشاء ما اؤتمنت عليه قد يعاقب عليه القانون (المادة 203 من قانون العقوبات الألماني).",
      ],
    },
  },
  {
    kind: "agreement",
    titles: { de: "Vereinbarung zum Ehrenamt", en: "Volunteer agreement", ar: "اتفاقية العمل التطوعي" },
    paragraphs: {
      de: [
        "Ich begleite freiwillig und unentgeltlich. Was wir tun und wie oft wir uns sehen, vereinbaren wir zu zweit. Ich kann jederzeit pausieren oder aufhören, ohne Gründe zu nennen.",
        "Wir begegnen uns auf Augenhöhe. Entscheidungen trifft die Person, die ich begleite.",
        "Das erste Treffen findet an einem öffentlichen Ort statt und wird von der Koordination begleitet.",
        "Ich gebe keine Rechtsberatung (§ 6 RDG) und verleihe kein Geld. Bei rechtlichen Fragen vermittle ich an eine Beratungsstelle.",
        "Während meines Ehrenamts und auf den Wegen dorthin bin ich unfallversichert (§ 2 SGB VII). Meine Koordination ist für mich da und lädt regelmäßig zum Stammtisch ein.",
      ],
      en: [
        "I volunteer freely and without pay. What we do and how often we meet is agreed between the two of us. I can pause or stop at any time without giving reasons.",
        "We meet at eye level. Decisions are made by the person I accompany.",
        "The first meeting is in a public place, and a coordinator comes along.",
        "I give no legal advice (§ 6 RDG) and lend no money. For legal questions I point the way to a counselling service.",
        "While volunteering and on the way there I have accident insurance (§ 2 SGB VII). My coordinator is there for me and regularly invites me to the Stammtisch.",
      ],
      ar: [
        "أرافق بمحض إرادتي ومن دون أجر. ما نقوم به وعدد مرات اللقاء نتفق عليه نحن الاثنان. يمكنني التوقف مؤقتاً أو نهائياً في أي وقت من دون ذكر الأسباب.",
        "نلتقي على قدم المساواة. القرارات يتخذها الشخص الذي أرافقه.",
        "يكون اللقاء الأول في مكان عام وبحضور جهة التنسيق.",
        "لا أقدم استشارات قانونية (المادة 6 من قانون الخدمات القانونية الألماني) ولا أُقرض مالاً. في المسائل القانونية أدلّ على مركز استشارة.",
        "أثناء عملي التطوعي وفي الطريق إليه أنا مشمول بالتأمين ضد الحوادث (المادة 2 من الكتاب السابع من قانون الشؤون الاجتماعية). جهة التنسيق تقف إلى جانبي وتدعوني بانتظام إلى لقاء المتطوعين.",
      ],
    },
  },
  {
    kind: "consent",
    titles: { de: "Ihr Einverständnis", en: "Your consent", ar: "موافقتكم" },
    paragraphs: {
      de: [
        "Wir speichern Ihre Antworten, um eine Mentorin oder einen Mentor für Sie zu finden. Nur dafür.",
        "Die Koordination sieht Ihre Antworten. Eine ehrenamtliche Person sieht zuerst nur Sprachen, Themen, Stadtteil und Zeiten: keinen Namen, keine Telefonnummer.",
        "Ihren Namen und die Kontaktwege, die Sie freigeben, sieht sie erst, wenn Sie beide Ja gesagt haben.",
        "Wir fragen nicht nach Aufenthalt, Fluchtgründen, Religion, Herkunft oder Krankheiten und speichern nichts davon.",
        "Das ist freiwillig. Sie können Ihre Anfrage jederzeit ändern oder zurückziehen. Dann löschen wir Ihre Angaben.",
      ],
      en: [
        "We keep your answers to find a mentor for you. Only for that.",
        "The coordinators see your answers. A volunteer first sees only languages, topics, district and times: no name, no telephone number.",
        "They see your name and the contact details you release only when you have both said yes.",
        "We do not ask about your residence status, reasons for leaving, religion, origin or illnesses, and we store nothing of the kind.",
        "This is voluntary. You can change or withdraw your request at any time. Then we delete what you told us.",
      ],
      ar: [
        "نحفظ إجاباتكم لنجد لكم مرشدة أو مرشداً. لهذا الغرض فقط.",
        "جهة التنسيق ترى إجاباتكم. أما الشخص المتطوع فيرى أولاً اللغات والمواضيع والحي والأوقات فقط: لا اسم ولا رقم هاتف.",
        "لا يرى اسمكم ووسائل الاتصال التي تسمحون بها إلا بعد أن يوافق كل منكما.",
        "لا نسأل عن الإقامة ولا عن أسباب اللجوء ولا عن الدين أو الأصل أو الأمراض، ولا نحفظ شيئاً من ذلك.",
        "هذا الأمر طوعي. يمكنكم تعديل طلبكم أو سحبه في أي وقت، وعندها نحذف بياناتكم.",
      ],
    },
  },
];

import type { DeclarationTextDefinition } from "./declaration-text.ts";

/** What a newcomer agrees to before a request is sent: short enough to be read aloud at a desk. */
export const CONSENT_TEXT: DeclarationTextDefinition = {
  kind: "consent",
  version: 1,
  titles: {
    de: "Ihre Einwilligung",
    en: "Your consent",
    ar: "موافقتكم",
  },
  paragraphs: {
    de: [
      "Ich möchte, dass mein Netzwerk für mich eine Mentorin oder einen Mentor sucht. Dafür darf es speichern, was ich hier angegeben habe.",
      "Meine Angaben sieht die Koordination des Trägers, der meine Anfrage bekommt. Eine Mentorin oder ein Mentor sieht zuerst nur: meine Sprachen, meine Themen, meinen Stadtteil und meine Zeiten. Keinen Namen, keine Telefonnummer, keine Adresse.",
      "Meinen Namen und die Wege, über die ich erreichbar sein möchte, sieht die Mentorin oder der Mentor erst, wenn wir beide Ja gesagt haben und die Koordination das Tandem bestätigt hat. Was davon weitergegeben wird, entscheide ich.",
      "Niemand fragt mich hier nach meinem Aufenthalt, dem Grund meiner Flucht, meiner Religion oder nach Krankheiten. Was nicht gespeichert ist, kann auch niemand weitergeben.",
      "Das alles ist freiwillig. Sage ich Nein, habe ich dadurch keine Nachteile. Ich kann meine Anfrage jederzeit ansehen, ändern und zurückziehen, und ich kann verlangen, dass meine Angaben gelöscht werden. Ziehe ich sie zurück, gilt das von da an.",
      "Wenn ich eine Frage habe oder mich beschweren möchte, finde ich die Ansprechperson für Datenschutz und die Aufsicht auf der Seite „Datenschutz“.",
    ],
    en: [
      "I want my network to look for a mentor for me. For this it may store what I have told here.",
      "The coordination of the provider who receives my request sees what I told. A mentor at first only sees: my languages, my topics, my district and my times. No name, no phone number, no address.",
      "The mentor only sees my name and the ways in which I wish to be reached once both of us have said yes and the coordination has confirmed the tandem. I decide which of them are passed on.",
      "Nobody asks me here about my residence status, the reason why I fled, my religion or illnesses. What is not stored cannot be passed on by anybody.",
      "All of this is voluntary. If I say no, I have no disadvantage. I can look at, change and withdraw my request at any time, and I can ask for my details to be deleted. If I withdraw, this counts from then on.",
      'If I have a question or want to complain, I find the person responsible for data protection and the supervisory authority on the page "Privacy".',
    ],
    ar: [
      "أريد أن تبحث شبكتي لي عن مرافقة أو مرافق. ولهذا الغرض يجوز لها أن تحفظ ما ذكرته هنا.",
      "يطّلع على بياناتي منسّقو الجهة التي يصل إليها طلبي. أما المرافقة أو المرافق فلا يرى في البداية سوى: لغاتي ومواضيعي والحي الذي أسكن فيه وأوقاتي. لا اسم ولا رقم هاتف ولا عنوان.",
      "لا ترى المرافقة أو المرافق اسمي وطرق التواصل التي أريدها إلا بعد أن نقول نحن الاثنين نعم ويؤكّد المنسّق أو المنسّقة الثنائي. وأنا من يقرّر ما الذي يُعطى منها.",
      "لا يسألني أحد هنا عن إقامتي أو سبب لجوئي أو ديني أو أمراضي. وما لا يُحفظ لا يمكن لأحد أن ينقله.",
      "كل هذا طوعي. وإذا قلت لا فلن يلحقني أي ضرر. يمكنني في أي وقت أن أطّلع على طلبي وأغيّره وأسحبه، ويمكنني أن أطلب حذف بياناتي. وإذا سحبت موافقتي فيسري ذلك من تلك اللحظة.",
      "إذا كان لدي سؤال أو أردت تقديم شكوى، فسأجد الشخص المسؤول عن حماية البيانات وجهة الرقابة في صفحة «حماية البيانات».",
    ],
  },
};

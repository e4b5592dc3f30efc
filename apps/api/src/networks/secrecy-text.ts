import type { DeclarationTextDefinition } from "./declaration-text.ts";

/** § 203 (4) StGB punishes people who assist; before they learn anything they must be bound to secrecy. */
export const SECRECY_TEXT: DeclarationTextDefinition = {
  kind: "secrecy",
  version: 1,
  titles: {
    de: "Verschwiegenheitserklärung",
    en: "Declaration of secrecy",
    ar: "إقرار بالتزام السرية",
  },
  paragraphs: {
    de: [
      "Im Ehrenamt lerne ich Menschen kennen, die mir etwas von sich anvertrauen. Ich weiß, dass mich das zur Verschwiegenheit verpflichtet.",
      "Ich behalte für mich, was ich über andere erfahre: Namen, Adressen, Telefonnummern, Familie, Gesundheit, Herkunft, Aufenthalt, Geld, Sorgen und Pläne. Das gilt gegenüber allen, auch gegenüber meiner Familie, Freundinnen und Freunden, Behörden, Medien und in sozialen Netzwerken. Es gilt auch dann, wenn ich keinen Namen nenne und man die Person trotzdem erkennen könnte.",
      "Mit meiner Koordination darf ich über das sprechen, was für die Begleitung nötig ist. Mit anderen spreche ich nur, wenn die Person vorher zugestimmt hat. Beim Stammtisch erzähle ich so, dass niemand erkennbar ist.",
      "Ich weiß: Wer als mitwirkende Person unbefugt ein fremdes Geheimnis offenbart, kann nach § 203 Absatz 4 Strafgesetzbuch mit Freiheitsstrafe bis zu einem Jahr oder mit Geldstrafe bestraft werden. Ein Geheimnis ist alles Persönliche, das nur wenige wissen und das nach dem Willen der Person nicht weitergetragen werden soll.",
      "Ich verarbeite personenbezogene Daten nur, soweit es für meine Aufgabe nötig ist und wie mein Träger es vorgibt. Es gilt das Datenschutzrecht, unter dem mein Träger arbeitet. Ich lege keine eigenen Listen an, mache keine Fotos von Dokumenten, lade nichts in fremde Dienste hoch und schütze mein Telefon mit einem Code.",
      "Geht etwas verloren oder gerät etwas in falsche Hände, sage ich das meiner Koordination sofort. Niemand macht mir daraus einen Vorwurf, wenn ich es gleich sage.",
      "Ist jemand in Gefahr, besonders ein Kind, darf und soll ich Hilfe holen: im Notfall über 110 oder 112, sonst sofort bei meiner Koordination. Das ist kein Bruch der Verschwiegenheit.",
      "Endet ein Tandem, lösche ich die Kontaktdaten und gebe Unterlagen zurück, es sei denn, die Person wünscht ausdrücklich, dass wir in Verbindung bleiben. Meine Pflicht zur Verschwiegenheit endet nicht, auch nicht mit dem Ehrenamt.",
      "Ich habe diesen Text gelesen und konnte Fragen stellen.",
    ],
    en: [
      "As a volunteer I meet people who entrust me with something about themselves. I know that this binds me to secrecy.",
      "I keep to myself what I learn about others: names, addresses, phone numbers, family, health, origin, residence, money, worries and plans. This applies towards everyone, including my family, friends, authorities, media and social networks. It also applies when I give no name but the person could still be recognised.",
      "With my coordination I may talk about what the accompaniment needs. With anyone else I talk only if the person has agreed beforehand. At the Stammtisch I tell things so that nobody can be recognised.",
      "I know: anyone who assists and reveals another person's secret without permission can be punished under section 203 (4) of the German Criminal Code with up to one year in prison or a fine. A secret is anything personal that only few people know and that the person does not want passed on.",
      "I handle personal data only as far as my task needs it and as my provider says. The data protection law under which my provider works applies. I keep no lists of my own, take no photos of documents, upload nothing to outside services and protect my phone with a code.",
      "If something gets lost or into the wrong hands, I tell my coordination at once. Nobody will blame me if I say so right away.",
      "If somebody is in danger, especially a child, I may and should get help: in an emergency by calling 110 or 112, otherwise at once from my coordination. That does not break secrecy.",
      "When a tandem ends, I delete the contact details and give papers back, unless the person expressly wishes us to stay in touch. My duty of secrecy does not end, not even when I stop volunteering.",
      "I have read this text and was able to ask questions.",
    ],
    ar: [
      "أتعرّف في عملي التطوعي على أشخاص يأتمنونني على أمور تخصّهم. وأعلم أن ذلك يُلزمني بالسرية.",
      "أحتفظ لنفسي بكل ما أعرفه عن الآخرين: الأسماء والعناوين وأرقام الهواتف والعائلة والصحة والأصل والإقامة والمال والهموم والخطط. ويسري ذلك تجاه الجميع، بمن فيهم عائلتي وأصدقائي والسلطات ووسائل الإعلام وشبكات التواصل الاجتماعي. ويسري أيضًا إذا لم أذكر اسمًا وكان من الممكن مع ذلك التعرّف على الشخص.",
      "يجوز لي أن أتحدّث مع المنسّق أو المنسّقة عمّا تحتاج إليه المرافقة. ولا أتحدّث مع غيرهما إلا إذا وافق الشخص مسبقًا. وفي لقاء المتطوعين (Stammtisch) أتكلّم بطريقة لا تسمح بالتعرّف على أحد.",
      "أعلم أن من يشارك في العمل ويُفشي سرّ غيره دون حق قد يُعاقَب بموجب المادة 203 الفقرة 4 من قانون العقوبات الألماني بالسجن مدة تصل إلى سنة أو بغرامة مالية. والسرّ هو كل أمر شخصي لا يعرفه إلا القليل ولا يريد صاحبه أن يُنقل إلى غيره.",
      "لا أتعامل مع البيانات الشخصية إلا بالقدر الذي تتطلبه مهمتي ووفق ما تحدّده الجهة التي أتطوع لديها. ويسري قانون حماية البيانات الذي تعمل هذه الجهة بموجبه. لا أُعدّ قوائم خاصة بي، ولا أصوّر الوثائق، ولا أرفع شيئًا إلى خدمات خارجية، وأحمي هاتفي برمز.",
      "إذا ضاع شيء أو وقع في أيدٍ غير أمينة، أُبلغ المنسّق أو المنسّقة فورًا. ولن يلومني أحد إذا أبلغتُ على الفور.",
      "إذا كان أحد في خطر، ولا سيما طفل، فيجوز لي بل ينبغي أن أطلب المساعدة: في الحالات الطارئة عبر الرقم 110 أو 112، وفي غيرها فورًا لدى المنسّق أو المنسّقة. وهذا ليس إخلالًا بالسرية.",
      "عند انتهاء المرافقة أحذف بيانات التواصل وأعيد الأوراق، إلا إذا رغب الشخص صراحةً في أن نبقى على اتصال. ولا ينتهي واجب السرية حتى بعد انتهاء عملي التطوعي.",
      "لقد قرأت هذا النص وأتيحت لي فرصة طرح الأسئلة.",
    ],
  },
};

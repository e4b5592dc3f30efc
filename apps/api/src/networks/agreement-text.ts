import type { DeclarationTextDefinition } from "./declaration-text.ts";

/** What volunteer and provider promise each other; limits follow § 6 RDG, insurance § 2 SGB VII. */
export const AGREEMENT_TEXT: DeclarationTextDefinition = {
  kind: "agreement",
  version: 1,
  titles: {
    de: "Vereinbarung zum Ehrenamt",
    en: "Volunteer agreement",
    ar: "اتفاقية العمل التطوعي",
  },
  paragraphs: {
    de: [
      "Ich begleite als Mentor:in einen Menschen auf Augenhöhe: freiwillig, unentgeltlich und in dem Umfang, den wir zu zweit verabreden. Wie oft wir uns treffen und was wir tun, entscheiden wir gemeinsam. Ein Arbeitsverhältnis entsteht nicht.",
      "Mein Träger gibt mir: einen Kurs mit Zertifikat, eine feste Ansprechperson, den Stammtisch zum Austausch und Hilfe, wenn es schwierig wird. Notwendige Auslagen erstattet er, wenn wir das vorher abgesprochen haben.",
      "Während meines Ehrenamts und an den Kursterminen bin ich in der Regel gesetzlich unfallversichert (§ 2 SGB VII). Einen Unfall melde ich sofort. Fragen zur Haftpflicht beantwortet mein Träger.",
      "Das erste Treffen findet an einem öffentlichen Ort statt und wird begleitet. Danach sage ich meiner Koordination kurz Bescheid, wie es läuft, und melde mich, wenn ich länger ausfalle.",
      "Ich achte die Entscheidungen der anderen Person. Ich dränge niemandem meinen Glauben, meine politische Meinung oder meine Lebensweise auf. Wegen Herkunft, Hautfarbe, Religion, Geschlecht, Alter, Behinderung oder wegen der Frage, wen jemand liebt, wird niemand schlechter behandelt.",
      "Ich kenne meine Grenzen: Ich gebe keine Rechtsberatung, keine medizinischen und keine psychologischen Ratschläge. Solche Fragen gebe ich an meine Koordination weiter, sie vermittelt Fachleute. Ich dolmetsche nicht bei Anhörungen und vor Gericht.",
      "Ich leihe oder schenke kein Geld, nehme keines an, unterschreibe nichts für die andere Person und verwahre keine Ausweise. Eine Beziehung, in der ich die Lage der anderen Person ausnutze, schließe ich aus.",
      "Wenn Kinder oder Jugendliche dabei sind oder ich in einer Aufnahmeeinrichtung tätig bin, lege ich vorher ein erweitertes Führungszeugnis vor. Für Ehrenamtliche ist es kostenlos. Der Träger notiert nur, dass er es gesehen hat, sein Datum und ob etwas Einschlägiges eingetragen ist.",
      "Ich kann mein Ehrenamt jederzeit unterbrechen oder beenden, ohne einen Grund zu nennen. Ein Tandem beende ich mit einem Abschied und sage meiner Koordination Bescheid. Auch der Träger kann die Zusammenarbeit beenden und nennt mir dann den Grund.",
      "Ich habe diesen Text gelesen und konnte Fragen stellen.",
    ],
    en: [
      "As a mentor I accompany another person at eye level: voluntarily, unpaid, and as much as the two of us agree. How often we meet and what we do is our joint decision. This is not a contract of employment.",
      "My provider gives me: a course with a certificate, one contact person, the Stammtisch to exchange experience, and help when things get difficult. It refunds necessary expenses that we agreed on beforehand.",
      "While volunteering and on course dates I am usually covered by statutory accident insurance (section 2 of Book VII of the German Social Code). I report an accident at once. My provider answers questions about liability insurance.",
      "The first meeting takes place in public and somebody comes along. After that I tell my coordination briefly how things are going, and let them know if I cannot come for a longer time.",
      "I respect the other person's decisions. I do not press my faith, my political opinion or my way of life on anybody. Nobody is treated worse because of origin, skin colour, religion, gender, age, disability or whom they love.",
      "I know my limits: I give no legal, medical or psychological advice. I pass such questions on to my coordination, who finds professionals. I do not interpret at hearings or in court.",
      "I do not lend, give or accept money, sign nothing for the other person and keep no identity papers. A relationship in which I take advantage of the other person's situation is out of the question.",
      "If children or young people are involved, or if I am active in a reception centre, I first show an extended certificate of good conduct (erweitertes Führungszeugnis). It is free of charge for volunteers. The provider only notes that it was seen, its date, and whether there is a relevant entry.",
      "I can pause or end my volunteering at any time without giving a reason. I end a tandem with a farewell and tell my coordination. The provider can end our cooperation too and will then tell me why.",
      "I have read this text and was able to ask questions.",
    ],
    ar: [
      "أرافق بصفتي مرافقًا أو مرافقة شخصًا آخر على قدم المساواة: طوعًا ودون مقابل وبالقدر الذي نتفق عليه نحن الاثنين. ونقرّر معًا كم مرة نلتقي وماذا نفعل. ولا تنشأ عن ذلك علاقة عمل.",
      "تقدّم لي الجهة التي أتطوع لديها: دورة تدريبية مع شهادة، وشخصًا محددًا أتواصل معه، ولقاءً دوريًا للمتطوعين (Stammtisch) لتبادل الخبرات، ومساعدة عندما تصعب الأمور. وتعوّضني عن النفقات الضرورية إذا اتفقنا عليها مسبقًا.",
      "أكون عادةً مشمولًا بتأمين الحوادث القانوني أثناء عملي التطوعي وفي مواعيد الدورة (المادة 2 من الكتاب السابع من قانون الضمان الاجتماعي الألماني). وأبلّغ عن أي حادث فورًا. وتجيب الجهة التي أتطوع لديها عن الأسئلة المتعلقة بتأمين المسؤولية.",
      "يكون اللقاء الأول في مكان عام وبحضور شخص مرافق. وبعد ذلك أُخبر المنسّق أو المنسّقة باختصار كيف تسير الأمور، وأُعلمهما إذا تغيّبتُ مدة أطول.",
      "أحترم قرارات الشخص الآخر. ولا أفرض على أحد ديني أو رأيي السياسي أو أسلوب حياتي. ولا يُعامَل أحد معاملة أسوأ بسبب أصله أو لون بشرته أو دينه أو جنسه أو سنّه أو إعاقته أو بسبب من يحب.",
      "أعرف حدودي: لا أقدّم استشارات قانونية ولا نصائح طبية أو نفسية. أحيل هذه الأسئلة إلى المنسّق أو المنسّقة ليتم التوجيه إلى مختصين. ولا أقوم بالترجمة في جلسات الاستماع أو أمام المحاكم.",
      "لا أُقرض مالًا ولا أهبه ولا أقبله، ولا أوقّع شيئًا نيابة عن الشخص الآخر، ولا أحتفظ بوثائق هويته. وأستبعد أي علاقة أستغلّ فيها وضع الشخص الآخر.",
      "إذا كان هناك أطفال أو مراهقون، أو إذا كنت أعمل في مركز استقبال، فأُبرز قبل ذلك صحيفة السوابق العدلية الموسّعة (erweitertes Führungszeugnis). وهي مجانية للمتطوعين. ولا تسجّل الجهة سوى أنها اطّلعت عليها وتاريخها وما إذا كان فيها قيد ذو صلة.",
      "يمكنني أن أوقف عملي التطوعي مؤقتًا أو أُنهيه في أي وقت دون ذكر سبب. وأُنهي الثنائي بوداع وأُخبر المنسّق أو المنسّقة. ويمكن للجهة أيضًا أن تنهي التعاون، وعندئذ تذكر لي السبب.",
      "لقد قرأت هذا النص وأتيحت لي فرصة طرح الأسئلة.",
    ],
  },
};

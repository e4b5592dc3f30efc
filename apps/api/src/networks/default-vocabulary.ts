import type { InterestDefinition, TopicDefinition } from "./network-definition.ts";

/** What newcomers most often ask for; a network may add its own and retire these. */
export const DEFAULT_TOPIC_DEFINITIONS: readonly TopicDefinition[] = [
  {
    key: "offices",
    labels: { de: "Begleitung zu Ämtern", en: "Going to offices", ar: "المرافقة إلى الدوائر" },
    icon: "landmark",
  },
  {
    key: "letters",
    labels: { de: "Briefe verstehen", en: "Understanding letters", ar: "فهم الرسائل الرسمية" },
    icon: "mail-open",
  },
  {
    key: "house_rules",
    labels: { de: "Hausordnung und Mülltrennung", en: "House rules and recycling", ar: "نظام السكن وفرز النفايات" },
    icon: "recycle",
  },
  {
    key: "german_practice",
    labels: { de: "Deutsch üben", en: "Practising German", ar: "التدرب على الألمانية" },
    icon: "messages-square",
  },
  {
    key: "school_childcare",
    labels: { de: "Schule und Kita", en: "School and childcare", ar: "المدرسة والروضة" },
    icon: "school",
  },
  {
    key: "work_training",
    labels: { de: "Arbeit und Ausbildung", en: "Work and training", ar: "العمل والتدريب المهني" },
    icon: "briefcase",
  },
  {
    key: "health_appointments",
    labels: { de: "Termine bei Ärzt:innen", en: "Medical appointments", ar: "مواعيد الأطباء" },
    icon: "stethoscope",
  },
  {
    key: "leisure_meeting",
    labels: {
      de: "Freizeit und Leute kennenlernen",
      en: "Leisure and meeting people",
      ar: "أوقات الفراغ والتعرف على الناس",
    },
    icon: "coffee",
  },
];

export const DEFAULT_INTEREST_DEFINITIONS: readonly InterestDefinition[] = [
  { key: "cooking", labels: { de: "Kochen", en: "Cooking", ar: "الطبخ" } },
  { key: "sports", labels: { de: "Sport", en: "Sports", ar: "الرياضة" } },
  { key: "football", labels: { de: "Fußball", en: "Football", ar: "كرة القدم" } },
  { key: "music", labels: { de: "Musik", en: "Music", ar: "الموسيقى" } },
  { key: "reading", labels: { de: "Lesen", en: "Reading", ar: "القراءة" } },
  { key: "gardening", labels: { de: "Garten", en: "Gardening", ar: "البستنة" } },
  { key: "handicraft", labels: { de: "Handwerken und Basteln", en: "Handicraft", ar: "الأشغال اليدوية" } },
  { key: "sewing", labels: { de: "Nähen", en: "Sewing", ar: "الخياطة" } },
  { key: "photography", labels: { de: "Fotografieren", en: "Photography", ar: "التصوير" } },
  { key: "art", labels: { de: "Kunst", en: "Art", ar: "الفن" } },
  { key: "cinema", labels: { de: "Kino", en: "Cinema", ar: "السينما" } },
  { key: "theatre", labels: { de: "Theater", en: "Theatre", ar: "المسرح" } },
  { key: "walking", labels: { de: "Spazieren und Wandern", en: "Walking and hiking", ar: "المشي والتنزه" } },
  { key: "cycling", labels: { de: "Radfahren", en: "Cycling", ar: "ركوب الدراجة" } },
  { key: "swimming", labels: { de: "Schwimmen", en: "Swimming", ar: "السباحة" } },
  { key: "chess", labels: { de: "Schach", en: "Chess", ar: "الشطرنج" } },
  {
    key: "board_games",
    labels: { de: "Brett- und Kartenspiele", en: "Board and card games", ar: "ألعاب الطاولة والورق" },
  },
  { key: "computers", labels: { de: "Computer und Technik", en: "Computers and technology", ar: "الحاسوب والتقنية" } },
  { key: "animals", labels: { de: "Tiere", en: "Animals", ar: "الحيوانات" } },
  { key: "travel", labels: { de: "Reisen", en: "Travel", ar: "السفر" } },
  { key: "history", labels: { de: "Geschichte", en: "History", ar: "التاريخ" } },
  { key: "nature", labels: { de: "Natur", en: "Nature", ar: "الطبيعة" } },
  { key: "dancing", labels: { de: "Tanzen", en: "Dancing", ar: "الرقص" } },
  {
    key: "family_activities",
    labels: { de: "Unternehmungen mit Kindern", en: "Activities with children", ar: "أنشطة مع الأطفال" },
  },
  { key: "coffee_talk", labels: { de: "Kaffee und Gespräche", en: "Coffee and conversation", ar: "القهوة والحديث" } },
  { key: "repairing", labels: { de: "Reparieren", en: "Repairing things", ar: "تصليح الأشياء" } },
];

/** Other words people use for the default topics and interests, by key. A network's own labels come on top. */
export const TERM_SYNONYMS: Readonly<Record<string, string>> = {
  offices:
    "amt, ämter, ämtern, behörde, behörden, behördengang, behördengänge, jobcenter, ausländerbehörde, offices, authorities, administration, begleitung",
  letters: "brief, briefe, post, formulare, formular, anträge, antrag, bescheide, letters, forms, paperwork",
  house_rules: "hausordnung, müll, mülltrennung, nachbarschaft, wohnen, wohnung, house rules, waste, housing",
  german_practice:
    "deutsch, deutsch üben, deutsch lernen, sprache, sprachpraxis, konversation, sprechen, german, german practice, language practice",
  school_childcare: "schule, kita, kindergarten, kinderbetreuung, hausaufgaben, school, childcare, nursery",
  work_training:
    "arbeit, ausbildung, beruf, bewerbung, bewerbungen, job, jobs, praktikum, studium, work, training, career, cv, lebenslauf",
  health_appointments:
    "arzt, ärzte, arzttermin, arzttermine, gesundheit, krankenhaus, health, doctor, doctors, medical appointments",
  leisure_meeting:
    "freizeit, leute kennenlernen, kennenlernen, kontakte, alltag, treffen, ausflüge, leisure, meeting people, everyday life, spaziergänge",
  cooking: "kochen, backen, essen, küche, cooking, baking, cuisine, الطبخ",
  sports: "sport, sports, fitness, laufen, joggen, turnen, gymnastik, yoga, boxen, رياضة",
  football: "fußball, fussball, football, soccer, كرة القدم",
  music: "musik, singen, chor, gitarre, klavier, instrument, music, singing, موسيقى",
  reading: "lesen, bücher, literatur, reading, books, القراءة",
  gardening: "garten, gärtnern, gartenarbeit, pflanzen, gardening, garden, plants",
  handicraft: "basteln, handarbeit, handwerk, handarbeiten, crafts, handicraft, diy, heimwerken",
  sewing: "nähen, stricken, häkeln, sewing, knitting, الخياطة",
  photography: "fotografie, fotografieren, foto, fotos, photography, photo",
  art: "kunst, malen, zeichnen, museum, museen, art, painting, drawing, الرسم",
  cinema: "kino, film, filme, serien, cinema, movies, films",
  theatre: "theater, oper, konzerte, theatre",
  walking: "spazieren, spaziergang, spazierengehen, wandern, walking, hiking",
  cycling: "fahrrad, radfahren, rad fahren, rad, cycling, bike",
  swimming: "schwimmen, swimming, السباحة",
  chess: "schach, chess, شطرنج",
  board_games: "spiele, brettspiele, gesellschaftsspiele, kartenspiele, backgammon, board games, games, cards",
  computers: "computer, pc, internet, programmieren, technik, it, edv, computers, programming",
  animals: "tiere, hund, hunde, katzen, pferde, animals, pets, dogs",
  travel: "reisen, reise, travel, travelling",
  history: "geschichte, politik, history, politics",
  nature: "natur, umwelt, wald, nature, outdoors",
  dancing: "tanzen, tanz, dancing, dance",
  family_activities: "familie, kinder, spielplatz, family, family activities, kids",
  coffee_talk: "kaffee, café, kaffee trinken, gespräche, reden, tee, coffee, chatting, talking",
  repairing: "reparieren, werkstatt, repair café, auto, autos, repairing",
};

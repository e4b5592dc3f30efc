import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";

const numbers = new Intl.NumberFormat("en", { useGrouping: false });
const { minimumPoints, waitingBonus } = DEFAULT_ROUND_SETTINGS;

export const ENGLISH_HELP = `A matching round from two spreadsheets: no account, no database, no internet.

  npm run plan -- --volunteers volunteers.csv --requests requests.xlsx --language en

Lists are CSV (with ; , or tab; UTF-8 or Windows) or XLSX with headers in the first row, as the page “Lists” reads them;
its templates and exports fit. Read are name, district, languages, times, topics, interests, gender, age, reach, wishes,
places and since when somebody waits. Columns about residence status, reason of flight, religion, origin, health, sexual
identity or the criminal record certificate are never read. The lists do not leave this machine.

  --volunteers FILE         volunteers
  --requests FILE           requests
  --districts FILE          districts: name; lat and lng; neighbours (names with commas); postal codes. Without this list
                            an equal name is the same district.
  --out FILE                writes the plan as .xlsx or .csv
  --json                    prints the plan as JSON (its shape: apps/api/src/plan/plan-json.ts)

  --objective served-first  as many people as possible first, then fit and waiting (the default)
              value         fit and waiting alone
  --minimum-points NUMBER   a pair needs this many points of 100 (default ${minimumPoints})
  --bonus-per-week NUMBER   a week of waiting counts this many points (default ${numbers.format(waitingBonus.pointsPerWeek)})
  --bonus-at-most NUMBER    waiting never counts more points than this (default ${numbers.format(waitingBonus.atMostPoints)})
  --interpreters-agreed     where the list says that interpreting is needed, it counts as agreed

  --skip-unreadable         leaves rows with unreadable cells out instead of planning nothing
  --notes                   says for every cell that was read by its sense how it was read
  --today 2026-03-31        counts as if it were this day
  --language de|en          language of the output
  --width 100               width of the output in characters
  -h, --help                this help

The plan goes to standard output, everything about single cells to standard error. Ends with 0: there is a plan. With 1:
a file cannot be used like this. With 2: the call is wrong.
`;

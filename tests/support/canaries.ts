/** Text that does harm where somebody forgot that it is text; each fits a name. */
export const CANARIES = {
  script: `Ka"'><script>kanarie=1</script>`,
  image: "<img src=x onerror=kanarie=1>",
  formula: "=cmd|' /C calc'!A0",
  sum: "@SUM(1+1)*cmd",
  override: "Anna \u202egpj.exe",
  emoji: "😀👩‍👩‍👧‍👦𝕬",
  arabic: "رانيا الحسن",
  template: "{{7*7}}${7*7}%s",
} as const;

/** What a line must not take, because it would begin another one. */
export const LINE_BREAKERS = ["Anna\r\nBcc: victim@example.org", "Anna\nX: y", "Anna\u2028x", "Anna\u0000x"] as const;

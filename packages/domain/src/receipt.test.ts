import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReceipt, parseReceipt, RECEIPT_DIGITS, receiptFrom, toLatinDigits } from "./receipt.ts";

const random = fc.uint8Array({ minLength: 16, maxLength: 32 });
const withZero = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe("a receipt number", () => {
  it("is twenty digits, shown in groups of four", () => {
    const receipt = receiptFrom(new Uint8Array(16));
    expect(receipt).toBe("00000000000000000098");
    expect(formatReceipt(receipt)).toBe("0000 0000 0000 0000 0098");
  });

  it("is read back however it was typed: spaces, dashes, Arabic or Persian digits, marks of direction", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const receipt = receiptFrom(bytes);
        const shown = formatReceipt(receipt);
        expect(receipt).toHaveLength(RECEIPT_DIGITS);
        const typed = [
          receipt,
          `  ${shown}\n`,
          shown.replaceAll(" ", "-"),
          withZero(shown, 0x0660),
          withZero(receipt, 0x06f0),
          `\u2066${shown}\u2069`,
          shown.replaceAll(" ", "\u00a0"),
        ];
        for (const text of typed) expect(parseReceipt(text)).toBe(receipt);
      }),
    );
  });

  it("with one wrong digit or two swapped ones is not taken for another person's", () => {
    const change = fc.tuple(random, fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([bytes, at, plus]) => {
        const digits = Array.from(receiptFrom(bytes));
        const wrong = digits.with(at, String((Number(digits[at]) + plus) % 10)).join("");
        expect(parseReceipt(wrong)).toBeNull();
        const [here, next] = [digits[at], digits[at + 1]];
        if (here === undefined || next === undefined || here === next) return;
        expect(
          parseReceipt(
            digits
              .with(at, next)
              .with(at + 1, here)
              .join(""),
          ),
        ).toBeNull();
      }),
    );
  });

  it("that is no number at all is not read", () => {
    const none = ["", "1234", "abcd efgh ijkl mnop qrst", `${"0".repeat(21)}98`, "0000 0000 0000 0000 009８"];
    for (const text of none) expect(parseReceipt(text)).toBeNull();
  });

  it("needs enough random bytes", () => {
    expect(() => receiptFrom(new Uint8Array(8))).toThrow(RangeError);
  });

  it("digits are changed to Latin ones, everything else stays", () => {
    expect(toLatinDigits("٠١٧٦ / ۴۵ und 7")).toBe("0176 / 45 und 7");
  });
});

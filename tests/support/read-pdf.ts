import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export const openPdf = (pdf: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;

/** What a reader gets to hear, in the order of the file. */
export async function textOf(pdf: Uint8Array, pageNumber = 1): Promise<string> {
  const { items } = await (await (await openPdf(pdf)).getPage(pageNumber)).getTextContent();
  return items
    .flatMap((item) => ("str" in item ? [item.str.trim()] : []))
    .filter((text) => text !== "")
    .join(" ");
}

/** The page as it is seen, and what a phone reads from its QR code. */
export async function seePage(pdf: Uint8Array, pageNumber = 1) {
  const page = await (await openPdf(pdf)).getPage(pageNumber);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext("2d");
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { qrText: jsQR.default(data, width, height)?.data, pixels: Buffer.from(data.buffer), width, height };
}

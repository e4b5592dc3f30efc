import { createCanvas, loadImage } from "@napi-rs/canvas";
import jsQR from "jsqr";

/** What a phone's camera reads from a picture; undefined where it finds no code. */
export async function readQr(png: Buffer): Promise<string | undefined> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return jsQR.default(data, width, height)?.data;
}

import { createCanvas } from "@napi-rs/canvas";

const picture = (width: number, height: number, colour: string) => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas;
};

export const redPng = (width: number, height: number): Buffer => picture(width, height, "#c00").toBuffer("image/png");
export const blueJpeg = (width: number, height: number): Buffer =>
  picture(width, height, "#00c").toBuffer("image/jpeg");

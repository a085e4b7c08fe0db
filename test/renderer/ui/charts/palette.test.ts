/**
 * The colours of charts as the tokens give them: enough contrast on paper, and apart from each other for every eye.
 * Deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes (2009) for severity 1, in linear RGB;
 * distances are Euclidean in OKLab (Ottosson 2020). The palette of Okabe and Ito itself reaches 0.076.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8');
type Colour = readonly [red: number, green: number, blue: number];

function token(name: string, theme: 'light' | 'dark'): Colour {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'u').exec(css) ?? [];
  const hex = (theme === 'light' ? light : dark) ?? '';
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const eyes: Readonly<Record<string, readonly Colour[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function times(rows: readonly Colour[], [red, green, blue]: Colour): Colour {
  const [a = 0, b = 0, c = 0] = rows.map((row) => row[0] * red + row[1] * green + row[2] * blue);
  return [a, b, c];
}

function oklab(colour: Colour): Colour {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  const [long, middle, short] = cones.map((value) => Math.cbrt(Math.max(0, value)));
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [long!, middle!, short!],
  );
}

function distance(a: Colour, b: Colour, eye: readonly Colour[]): number {
  const [x, y] = [a, b].map((colour) => oklab(times(eye, colour)));
  return Math.hypot(x![0] - y![0], x![1] - y![1], x![2] - y![2]);
}

describe.each(['light', 'dark'] as const)('the palette of charts, %s', (theme) => {
  const series = [1, 2, 3, 4, 5, 6].map((at) => token(`chart-${at}`, theme));

  it('has three to one on paper and desk', () => {
    for (const surface of ['paper', 'desk'])
      for (const colour of series) expect(contrast(colour, token(surface, theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(eyes))('keeps any two apart for %s', (eye) => {
    series.forEach((a, at) => {
      for (const b of series.slice(at + 1)) expect(distance(a, b, eyes[eye]!)).toBeGreaterThan(0.07);
    });
  });
});

/** Colours as people see them: contrast by WCAG 2.2, and what is left of it with a colour-vision deficiency. */

export type Rgb = readonly [red: number, green: number, blue: number]

export function parse(hex: string): Rgb {
  const [, red = '', green = '', blue = ''] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? []
  const rgb = [red, green, blue].map((part) => Number.parseInt(part, 16) / 255)
  if (rgb.some(Number.isNaN)) throw new Error(`no colour: ${hex}`)
  return rgb as unknown as Rgb
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(linear) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

export type Deficiency = 'protanopia' | 'deuteranopia' | 'tritanopia'

/** Machado, Oliveira and Fernandes 2009, severity 1, over linear RGB. */
const MATRICES: Readonly<Record<Deficiency, readonly Rgb[]>> = {
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
}

export function seenWith(deficiency: Deficiency, rgb: Rgb): Rgb {
  const light = rgb.map(linear)
  return MATRICES[deficiency].map((row) => {
    const value = row.reduce((sum, factor, index) => sum + factor * (light[index] ?? 0), 0)
    const clipped = Math.min(1, Math.max(0, value))
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
  }) as unknown as Rgb
}

/** The tokens of a theme: those of the light one stand above the dark ones. */
export function tokens(css: string, theme: 'dark' | 'light'): Readonly<Record<string, Rgb>> {
  const blocks = [...css.matchAll(/:root(\[data-theme="light"\])?\s*\{([^}]*)\}/g)]
  const wanted = blocks.filter(([, light]) => theme === 'light' || light === undefined)
  return Object.fromEntries(
    wanted.flatMap(([, , body = '']) =>
      [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\s*;/gi)].map(([, name = '', hex = '']) => [name, parse(hex)]),
    ),
  )
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8')

export const utf8 = (value: string): Uint8Array => encoder.encode(value)
export const fromUtf8 = (value: Uint8Array): string => decoder.decode(value)

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Big-endian, as all of RSocket. */
export function uint(value: number, size: 1 | 2 | 3 | 4): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let at = size - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

/** Reads from front to back; running over the end is a RangeError. */
export class Reader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  uint(size: 1 | 2 | 3 | 4): number {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0)
  }

  take(size: number): Uint8Array {
    if (this.at + size > this.bytes.length) throw new RangeError('frame is cut short')
    const part = this.bytes.subarray(this.at, this.at + size)
    this.at += size
    return part
  }

  rest(): Uint8Array {
    return this.take(this.bytes.length - this.at)
  }
}

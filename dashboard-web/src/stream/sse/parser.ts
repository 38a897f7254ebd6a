export interface ServerSentEvent {
  readonly event: string
  /** The last id seen, as the standard has it: it stays until another comes. */
  readonly id: string | undefined
  readonly data: string
}

/**
 * The event stream format of the HTML standard, fed in pieces of any size.
 * Lines end with LF, CR or CRLF, also when the two fall into different pieces.
 */
export class SseParser {
  private line = ''
  private atStart = true
  private afterCr = false
  private event = ''
  private data: string[] = []
  private id: string | undefined

  constructor(private readonly dispatch: (event: ServerSentEvent) => void) {}

  feed(piece: string): void {
    if (piece === '') return
    let text = piece
    if (this.atStart && text.startsWith('\uFEFF')) text = text.slice(1)
    if (this.afterCr && text.startsWith('\n')) text = text.slice(1)
    this.atStart = false
    const lines = text.split(/\r\n|\r|\n/)
    this.afterCr = text.endsWith('\r')
    for (const [index, part] of lines.entries()) {
      this.line += part
      if (index < lines.length - 1) this.endLine()
    }
  }

  private endLine(): void {
    const line = this.line
    this.line = ''
    if (line === '') {
      this.endEvent()
      return
    }
    const colon = line.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'event') this.event = value
    else if (field === 'data') this.data.push(value)
    else if (field === 'id' && !value.includes('\0')) this.id = value
  }

  private endEvent(): void {
    const { event, data, id } = this
    this.event = ''
    this.data = []
    if (data.length > 0) this.dispatch({ event: event || 'message', id, data: data.join('\n') })
  }
}

/** What a screen that follows something gets: a snapshot, or the patches that it missed, and from then on every patch. */
import type { Json } from '../../src/wire/mergePatch'
import { mergeDiff } from './mergeDiff'

export interface SentFrame {
  readonly id?: string
  readonly event: 'snapshot' | 'patch' | 'heartbeat' | 'unrecorded'
  readonly data: unknown
}

export interface Subscriber {
  send(frame: SentFrame): void
  cut(): void
}

const RING = 500

export class PatchStream {
  readonly subscribers = new Set<Subscriber>()
  private readonly patches: { readonly id: string; readonly version: number; readonly data: Json }[] = []

  constructor(private readonly epoch: string) {}

  /** Tells everybody what changed, unless the version says that nothing did. */
  publish(before: Json, after: Json, silent: boolean): void {
    if (versionOf(after) <= versionOf(before)) return
    const { at } = after as { at: string }
    const data = { ...(mergeDiff(before, after) as object), version: versionOf(after), at }
    const frame = { id: this.id(after), event: 'patch', data } as const
    this.patches.push({ id: frame.id, version: versionOf(after), data })
    if (this.patches.length > RING) this.patches.shift()
    if (!silent) this.broadcast(frame)
  }

  broadcast(frame: SentFrame): void {
    for (const subscriber of this.subscribers) subscriber.send(frame)
  }

  /** From the last frame a screen got; a snapshot where that is not known any more. */
  since(lastEventId: string | undefined, view: Json): readonly SentFrame[] {
    const current = versionOf(view)
    const [epoch, version] = [lastEventId?.replace(/\.\d+$/, ''), Number(lastEventId?.split('.').at(-1))]
    const oldest = this.patches[0]?.version ?? current + 1
    if (epoch === this.epoch && version <= current && version >= oldest - 1) {
      return this.patches
        .filter((patch) => patch.version > version)
        .map(({ id, data }) => ({ id, event: 'patch', data }))
    }
    return [{ id: this.id(view), event: 'snapshot', data: view }]
  }

  cutAll(): void {
    for (const subscriber of this.subscribers) subscriber.cut()
    this.subscribers.clear()
  }

  private id(view: Json): string {
    return `${this.epoch}.${versionOf(view)}`
  }
}

export function versionOf(view: Json): number {
  return (view as { version: number }).version
}

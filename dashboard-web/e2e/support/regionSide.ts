/** The part of the test server that tells of a node and all halls below it. */
import type { Json } from '../../src/wire/mergePatch'
import { PatchStream, type SentFrame, type Subscriber } from './patchStream'
import type { ScriptedRegion } from './scriptedRegion'

export class RegionSide {
  private readonly streams = new Map<string, PatchStream>()
  /** What was asked to be streamed, in order. */
  readonly opened: string[] = []
  readonly resumedFrom: (string | undefined)[] = []

  constructor(
    private readonly region: ScriptedRegion,
    private readonly epoch: string,
  ) {}

  knows(node: string): boolean {
    return node in this.region.halls
  }

  get screens(): number {
    return [...this.streams.values()].reduce((sum, { subscribers }) => sum + subscribers.size, 0)
  }

  view(node: string): Json {
    return this.region.view(node) as unknown as Json
  }

  /** Whatever this changes goes out as one patch to everybody who sees it. */
  change(run: (region: ScriptedRegion) => void, silent: boolean): void {
    const before = [...this.streams.keys()].map((node) => [node, this.view(node)] as const)
    run(this.region)
    this.region.touch()
    for (const [node, view] of before) {
      if (this.knows(node)) this.streams.get(node)?.publish(view, this.view(node), silent)
    }
  }

  subscribe(node: string, subscriber: Subscriber, lastEventId: string | undefined, first: SentFrame | undefined) {
    this.opened.push(node)
    this.resumedFrom.push(lastEventId)
    const stream = this.streams.get(node) ?? new PatchStream(`${this.epoch}-${node}`)
    this.streams.set(node, stream)
    stream.subscribers.add(subscriber)
    if (first) for (const frame of [first, ...stream.since(lastEventId, this.view(node))]) subscriber.send(frame)
    return () => stream.subscribers.delete(subscriber)
  }

  broadcast(frame: SentFrame): void {
    for (const stream of this.streams.values()) stream.broadcast(frame)
  }

  cutAll(): void {
    for (const stream of this.streams.values()) stream.cutAll()
  }
}

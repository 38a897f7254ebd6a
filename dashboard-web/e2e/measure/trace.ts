import type { CDPSession, Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

/** What the browser's own trace tells of a page's main thread. */
export interface Traced {
  readonly seconds: number
  /** Tasks of over 50 ms. */
  readonly longTasks: number
  readonly longestTaskMillis: number
  /** Share of the time in which the main thread was busy. */
  readonly busy: number
}

const LONG_TASK_MICROS = 50_000
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata']

/** Traces while `run` runs. */
export async function traced<T>(page: Page, run: () => Promise<T>): Promise<[Traced, T]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES },
    transferMode: 'ReportEvents',
  })
  const began = performance.now()
  const result = await run()
  const seconds = (performance.now() - began) / 1_000
  await stopped(session)
  return [summary(events, seconds), result]
}

function stopped(session: CDPSession): Promise<void> {
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  return session.send('Tracing.end').then(() => done)
}

function summary(events: readonly TraceEvent[], seconds: number): Traced {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const byThread = new Map<string, number[]>()
  for (const { name, ph, pid, tid, dur } of events) {
    const thread = `${pid} ${tid}`
    if (ph !== 'X' || dur === undefined || !mains.has(thread)) continue
    if (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
      byThread.set(thread, [...(byThread.get(thread) ?? []), dur])
  }
  // The page is the thread that worked most; others are spare.
  const tasks = [...byThread.values()].sort((a, b) => sum(b) - sum(a))[0] ?? []
  if (tasks.length === 0) throw new Error('the trace has no task of a main thread: this browser names them otherwise')
  return {
    seconds,
    longTasks: tasks.filter((dur) => dur > LONG_TASK_MICROS).length,
    longestTaskMillis: tasks.reduce((longest, dur) => Math.max(longest, dur), 0) / 1_000,
    busy: sum(tasks) / 1e6 / seconds,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

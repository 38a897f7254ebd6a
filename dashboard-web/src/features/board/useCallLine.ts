import { onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { CallLine, type Line } from './callLine'
import type { BoardCall } from './calls'

/** The calls as they appear, and each one told when it does. */
export function useCallLine(
  calls: Ref<readonly BoardCall[]>,
  hallTime: Ref<number>,
  announce: (call: BoardCall) => void,
): Ref<Line> {
  const line = shallowRef<Line>({ shown: [], fresh: undefined })
  const appearing = new CallLine({
    announce,
    changed: (changed) => {
      line.value = changed
    },
  })
  watch(calls, (now) => appearing.take(now, hallTime.value), { immediate: true })
  onScopeDispose(() => appearing.stop())
  return line
}

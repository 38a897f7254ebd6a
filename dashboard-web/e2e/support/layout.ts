import { expect, type Locator } from '@playwright/test'

/** A page follows its data and its size within some frames: it is looked at until nothing is found. */
export function expectNone(look: () => Promise<readonly unknown[]>, message?: string): Promise<void> {
  return expect.poll(look, message).toEqual([])
}

/** Texts that lie on each other, on a line or at a frame, or reach out of the page, as somebody in front of the screen sees it. */
export function clashes(page: Locator): Promise<string[]> {
  return page.evaluate((root) => {
    const SLACK = 3
    /** What is no higher is a line. */
    const THIN = 4
    interface Seen {
      readonly node: Node
      readonly text: string
      readonly left: number
      readonly right: number
      readonly top: number
      readonly bottom: number
    }
    const seen: Seen[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (text === '' || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      for (const line of range.getClientRects()) {
        // Ink is lower than the line.
        const spare = Math.max(0, (line.height - size) / 2) + size * 0.12
        let box = { left: line.left, right: line.right, top: line.top + spare, bottom: line.bottom - spare }
        for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
          if (getComputedStyle(at).overflow === 'visible') continue
          const clip = at.getBoundingClientRect()
          box = {
            left: Math.max(box.left, clip.left),
            right: Math.min(box.right, clip.right),
            top: Math.max(box.top, clip.top),
            bottom: Math.min(box.bottom, clip.bottom),
          }
        }
        if (box.right - box.left > SLACK && box.bottom - box.top > SLACK) seen.push({ node, text, ...box })
      }
    }
    const outside = seen.filter(
      ({ left, right, top, bottom }) =>
        left < -SLACK || top < -SLACK || right > innerWidth + SLACK || bottom > innerHeight + SLACK,
    )
    const pairs = seen.flatMap((a, index) =>
      seen
        .slice(index + 1)
        .filter(
          (b) =>
            a.node !== b.node &&
            a.left < b.right - SLACK &&
            b.left < a.right - SLACK &&
            a.top < b.bottom - SLACK &&
            b.top < a.bottom - SLACK,
        )
        .map((b) => `${a.text} | ${b.text}`),
    )
    const lines = [...root.querySelectorAll('*')].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
      const style = getComputedStyle(element)
      const { left, right, top, bottom, height } = element.getBoundingClientRect()
      const drawn = (width: string, colour: string) =>
        Number.parseFloat(width) > 0 && !/^rgba\(.*, 0\)$|\/ 0\)$/.test(colour)
      const ruled = height > 0 && height <= THIN && drawn('1', style.backgroundColor)
      return [
        ...(ruled || drawn(style.borderTopWidth, style.borderTopColor) ? [{ left, right, at: top }] : []),
        ...(drawn(style.borderBottomWidth, style.borderBottomColor) ? [{ left, right, at: bottom }] : []),
      ]
    })
    const struck = seen.filter(({ left, right, top, bottom }) =>
      lines.some(
        (line) =>
          line.at > top + SLACK && line.at < bottom - SLACK && line.left < right - SLACK && left < line.right - SLACK,
      ),
    )
    // A frame lies over what it is around; it needs as much room again to be seen as one.
    const framed = [root, ...root.querySelectorAll('*')].flatMap((element) => {
      const frame = Number.parseFloat(getComputedStyle(element, '::after').borderTopWidth)
      if (!(frame > SLACK)) return []
      const { top, bottom } = element.getBoundingClientRect()
      return seen.filter(
        (text) => element.contains(text.node) && (text.top < top + 2 * frame || text.bottom > bottom - 2 * frame),
      )
    })
    return [
      ...framed.map(({ text }) => `at a frame: ${text}`),
      ...outside.map(({ text }) => `outside: ${text}`),
      ...struck.map(({ text }) => `on a line: ${text}`),
      ...pairs,
    ]
  })
}

/** Words that stand in more than one line. */
export function brokenWords(page: Locator): Promise<string[]> {
  return page.evaluate((root) => {
    const found: string[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.textContent?.matchAll(/[A-Za-z]+/g) ?? []) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) found.push(word)
      }
    }
    return found
  })
}

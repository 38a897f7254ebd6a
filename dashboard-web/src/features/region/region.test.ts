import { describe, expect, it } from 'vitest'
import type { EmergencyGlance, Glance } from '../../wire/region'
import { type Column, columnsOf, drawColumn, drawShares, labelOf, pageOf, SCALES, sumOf } from './columns'
import { emergenciesOf } from './emergencies'
import { endsOf } from './ends'
import { columnsOf as gridOf, layOut, layOutField } from './layout'
import { fitName } from './names'
import { needOf } from './need'
import { byNeed, Order, type Standing, standingOf, tallyOf } from './order'
import { ago, alert, NOW, someGlance, standing } from './testing'

const fire: EmergencyGlance = {
  kind: 'FIRE',
  drill: false,
  severity: 'LARGE',
  instruction: 'EVACUATE',
  ending: false,
  over: false,
  since: ago(2),
}

describe('what a hall needs', () => {
  const cases: readonly [string, Glance, string][] = [
    ['an emergency', someGlance(3, { emergencies: { e: fire } }), 'emergency'],
    ['no drill', someGlance(3, { emergencies: { e: { ...fire, drill: true } } }), 'quiet'],
    ['nothing that is over', someGlance(3, { emergencies: { e: { ...fire, over: true } } }), 'quiet'],
    ['critical before cut off', someGlance(3, { ...alert('CRITICAL'), silentFrom: ago(1) }), 'critical'],
    ['cut off before major', someGlance(3, { ...alert('MAJOR'), silentFrom: ago(1) }), 'cutOff'],
    ['silence that is still allowed', someGlance(3, { silentFrom: ago(-1) }), 'quiet'],
    ['counts without a worst one', someGlance(3, { alerts: { critical: 0, major: 0, minor: 2 } }), 'minor'],
    ['over the limit without an alert', someGlance(31), 'over'],
    ['nobody waits', someGlance(undefined), 'quiet'],
    ['closed for today', someGlance(undefined, { openWindows: 0 }), 'closed'],
    ['never opened', someGlance(undefined, { openWindows: 0, served: 0 }), 'closedToday'],
    ['nothing known', { name: { zh: '', en: '' }, level: 'VILLAGE', timeZone: 'UTC' }, 'unknown'],
    [
      'only open windows known',
      { name: { zh: '', en: '' }, level: 'VILLAGE', timeZone: 'UTC', openWindows: 1 },
      'cutOff',
    ],
  ]
  it.each(cases)('%s', (_, glance, kind) => {
    expect(needOf(glance, NOW).kind).toBe(kind)
  })

  it('goes on with time while the glance stays', () => {
    const glance = someGlance(29)
    expect(needOf(glance, NOW)).toMatchObject({ kind: 'quiet', minutes: 29 })
    expect(needOf(glance, NOW + 120_000)).toMatchObject({ kind: 'over', minutes: 31 })
  })
})

describe('the order', () => {
  it('is by need, then by the nearness to the limit', () => {
    const halls = [
      standing('unknown', undefined, { waiting: undefined as never, openWindows: 0 }),
      standing('closed', undefined, { openWindows: 0 }),
      standing('calm', 3),
      standing('near', 28),
      standing('minor', 5, alert('MINOR')),
      standing('major', 2, alert('MAJOR')),
      standing('silent', 2, { silentFrom: ago(1), heardAt: ago(10) }),
      standing('longer-silent', 2, { silentFrom: ago(1), heardAt: ago(20) }),
      standing('critical', 35, alert('CRITICAL')),
      standing('worse', 45, alert('CRITICAL')),
      standing('fire', 1, { emergencies: { e: fire } }),
    ]
    expect(halls.sort(byNeed).map(({ id }) => id)).toEqual([
      'fire',
      'worse',
      'critical',
      'longer-silent',
      'silent',
      'major',
      'minor',
      'near',
      'calm',
      'closed',
      'unknown',
    ])
  })

  const ids = (order: Order, halls: readonly Standing[], now: number) =>
    Object.values(order.arrange(new Map(halls.map((hall) => [hall.id, hall])), now)).map((band) =>
      band.map(({ id }) => id),
    )

  it('stays for a minute, but not when one becomes critical or comes', () => {
    const order = new Order()
    expect(ids(order, [standing('a', 9, alert('MAJOR')), standing('b', 5)], NOW)).toEqual([[], ['a'], ['b']])
    expect(ids(order, [standing('a', 9), standing('b', 5, alert('MAJOR'))], NOW + 59_000)).toEqual([[], ['a'], ['b']])
    expect(ids(order, [standing('a', 9), standing('b', 5, alert('MAJOR'))], NOW + 60_000)).toEqual([[], ['b'], ['a']])
    const critical = [standing('a', 9, alert('CRITICAL')), standing('b', 5)]
    expect(ids(order, critical, NOW + 61_000)).toEqual([['a'], [], ['b']])
    expect(ids(order, [...critical, standing('c', 20)], NOW + 62_000)).toEqual([['a'], [], ['c', 'b']])
    expect(ids(order, [standing('b', 5)], NOW + 63_000)).toEqual([[], [], ['b']])
  })

  it('is another standing only where it would be seen', () => {
    const before = standing('a', 30)
    expect(standingOf('a', before.glance, NOW + 1_000, before)).not.toBe(before)
    const calm = standing('b', 12)
    expect(standingOf('b', calm.glance, NOW + 1_000, calm).need).not.toBe(calm.need)
    const drawn = standingOf('b', calm.glance, NOW + 1_000, calm)
    expect(standingOf('b', calm.glance, NOW + 4_000, drawn)).toBe(drawn)
    expect(standingOf('b', { ...calm.glance }, NOW + 4_000, drawn)).not.toBe(drawn)
    expect(standingOf('b', calm.glance, NOW + 61_000, drawn)).not.toBe(drawn)
  })

  it('counts each hall once', () => {
    const halls = [standing('a', 9, alert('MAJOR')), standing('b', 31), standing('c', 2, { silentFrom: ago(1) })]
    expect(tallyOf(halls)).toEqual({ CRITICAL: 0, MAJOR: 1, MINOR: 0, cutOff: 1, over: 1 })
  })

  it('puts drills behind every real emergency', () => {
    const halls = [
      standing('a', 1, { emergencies: { d: { ...fire, drill: true, severity: 'ESPECIALLY_SERIOUS' } } }),
      standing('b', 1, { emergencies: { e: { ...fire, instruction: 'NONE' }, f: fire } }),
    ]
    expect(emergenciesOf(halls).map(({ hall, emergency }) => [hall, emergency.instruction])).toEqual([
      ['b', 'EVACUATE'],
      ['b', 'NONE'],
      ['a', 'EVACUATE'],
    ])
  })
})

describe('the strip', () => {
  const children = new Map([
    ['city', ['own', 'x', 'y']],
    ['x', ['x1', 'x2']],
    ['y', ['y1']],
  ])
  const halls = new Map(['own', 'x', 'x1', 'x2', 'y1'].map((id, index) => [id, standing(id, index * 8)]))
  const below = (id: string) => [id, ...(children.get(id) ?? [])]
  const columns = columnsOf('city', someGlance(1), children, halls, below, () => undefined)

  it('has a column a child with all below it, and one for the own halls', () => {
    expect(columns.map(({ id, own, halls: inside }) => [id, own, inside.map((one) => one.id)])).toEqual([
      ['city', true, ['own']],
      ['x', false, ['x', 'x1', 'x2']],
      ['y', false, ['y1']],
    ])
  })

  it('sums people and finds who is nearest to the limit', () => {
    const sum = sumOf(columns[1] as Column)
    expect(sum.waiting).toBe(9)
    expect(sum.longest?.id).toBe('x2')
    expect([...sum.limits]).toEqual([1_800])
  })

  it('draws a mark a hall; of many the length tells how many', () => {
    const few = drawShares([0.1, 0.5, 1.4], SCALES.sheet)
    expect(few.within.match(/M/g)).toHaveLength(2)
    expect(few.over.match(/M/g)).toHaveLength(1)
    expect(few.many).toBe(false)
    const many = drawShares(
      Array.from({ length: 400 }, (_, index) => index / 400),
      SCALES.sheet,
    )
    expect(many.many).toBe(true)
    expect(many.within.match(/M/g)).toHaveLength(24)
    expect(many.top).toBeLessThanOrEqual(SCALES.sheet.limit)
  })

  it.each([
    [[], undefined],
    [[15], 'above'],
    [[27], 'side'],
    [[31], 'over'],
    // Marks that push each other up leave no room between them and the line.
    [Array.from({ length: 12 }, () => 15), 'side'],
  ])('the label of waits of %j stands %s', (waits, place) => {
    const inside = waits.map((minutes, index) => standing(`h${index}`, minutes))
    const column: Column = { id: 'c', name: { zh: '', en: '' }, own: false, leaf: true, halls: inside }
    const drawing = drawColumn(column, SCALES.sheet)
    const label = labelOf(column, drawing, SCALES.sheet)
    expect(label?.place).toBe(place)
    if (label && place !== 'over') expect(label.bottom + 1.25).toBeLessThan(SCALES.sheet.limit)
  })

  it('pins columns in need and pages the rest', () => {
    const many = Array.from({ length: 20 }, (_, index): Column => {
      const own = standing(`h${index}`, 5, index === 13 ? alert('CRITICAL') : {})
      return { id: `c${index}`, name: own.glance.name, own: false, leaf: true, halls: [own] }
    })
    const seen = new Set<string>()
    for (let turn = 0; turn < 3; turn++) {
      const { shown, pages, page } = pageOf(many, 8, turn)
      expect([pages, page]).toEqual([3, turn])
      expect(shown.map(({ id }) => id)).toContain('c13')
      expect(shown.length).toBeLessThanOrEqual(8)
      for (const { id } of shown) seen.add(id)
    }
    expect(seen.size).toBe(20)
    expect(pageOf(many.slice(0, 8), 8, 5)).toMatchObject({ pages: 1, page: 0 })
  })
})

describe('the layout', () => {
  const grid = gridOf(false, 'zh')
  const one = () => 1
  const some = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => standing(`${prefix}${index}`, 5))
  const tiles = (urgent: number, needy: number, quiet: number) => ({
    urgent: some(urgent, 'u'),
    needy: some(needy, 'n'),
    quiet: some(quiet, 'q'),
  })

  it('has the drawing on one page', () => {
    const layout = layOut(tiles(4, 12, 47), 27.55, grid, one, 0)
    expect(layout).toMatchObject({ tightUrgent: false, needyAsRows: false, quietPages: 1, rest: [] })
    expect(layout.quiet).toHaveLength(47)
  })

  it('tightens tiles before anything is left out', () => {
    expect(layOut(tiles(14, 12, 47), 27.55, grid, one, 0)).toMatchObject({ tightUrgent: true })
    expect(layOut(tiles(18, 30, 47), 27.55, grid, one, 0)).toMatchObject({
      tightUrgent: true,
      needyAsRows: true,
      rest: [],
    })
  })

  it('pages quiet halls only, each once', () => {
    const seen = new Set<string>()
    const { quietPages } = layOut(tiles(4, 12, 2_984), 27.55, grid, one, 0)
    for (let turn = 0; turn < quietPages; turn++) {
      const layout = layOut(tiles(4, 12, 2_984), 27.55, grid, one, turn)
      expect([layout.urgent.length, layout.needy.length, layout.quietPage]).toEqual([4, 12, turn])
      for (const { id } of layout.quiet) seen.add(id)
    }
    expect(seen.size).toBe(2_984)
  })

  it('asks for no hall that is not seen before it has to be paged', () => {
    const asked = new Set<string>()
    const asking = (_: unknown, { id }: Standing) => {
      asked.add(id)
      return 1
    }
    layOut(tiles(60, 600, 3_000), 27.55, grid, asking, 0)
    expect([...asked].filter((id) => id.startsWith('q')).length).toBeLessThan(50)
  })

  it('counts what there is no room for, the worst first on the screen', () => {
    const layout = layOut(tiles(10, 600, 50), 27.55, grid, one, 0)
    expect(layout.urgent).toHaveLength(10)
    expect(layout.needy.length).toBeGreaterThan(40)
    expect(layout.quiet).toEqual([])
    expect(layout.needy.length + layout.rest.length).toBe(650)
    expect(layOut(tiles(200, 5, 5), 27.55, grid, one, 0).needy).toEqual([])
  })

  it('fills pages equally', () => {
    const sizes = [0, 1].map((turn) => layOut(tiles(4, 12, 49), 27.55, grid, one, turn).quiet.length)
    expect(sizes).toEqual([32, 17])
  })

  describe('of few halls', () => {
    const sheet = { height: 38.9, strip: 10.75, places: 8, columns: grid }
    const scaleOf = (urgent: number, needy: number, quiet: number, districts = 4, span = one) =>
      layOutField(tiles(urgent, needy, quiet), districts, sheet, span, 0).scale

    it('is larger the fewer they are', () => {
      expect([3, 9, 24, 63, 3_000].map((halls) => scaleOf(0, 0, halls))).toEqual([1.75, 1.5, 1.25, 1, 1])
    })

    it('is as large as before while halls come into need, and smaller before one is left out', () => {
      for (const [urgent, needy] of [
        [0, 0],
        [1, 0],
        [1, 3],
        [2, 2],
        [4, 5],
      ] as const)
        expect(scaleOf(urgent, needy, 9 - urgent - needy), `${urgent} urgent, ${needy} needy`).toBe(1.5)
      for (let urgent = 0; urgent <= 40; urgent++) {
        for (let needy = 0; needy <= 40 - urgent; needy++) {
          const { scale, layout } = layOutField(tiles(urgent, needy, 40 - urgent - needy), 4, sheet, one, 0)
          if (scale > 1) expect([layout.rest, layout.quietPages]).toEqual([[], layout.quiet.length > 0 ? 1 : 0])
        }
      }
    })

    it('turns no more pages of districts than the usual size', () => {
      expect([2, 4, 5, 6, 7, 8, 9, 10, 11].map((districts) => scaleOf(0, 0, 4, districts))).toEqual([
        1.75, 1.75, 1.5, 1.25, 1, 1, 1.5, 1.5, 1.25,
      ])
    })

    it('counts the columns that long names take', () => {
      expect(scaleOf(0, 0, 9, 4, () => 3)).toBeLessThan(scaleOf(0, 0, 9))
    })
  })

  it('says less, then smaller, beside what else stands in a line', () => {
    expect(endsOf(['Fire in zone B', 'Fire'], 'Evacuate', 13)).toEqual({ left: 'Fire in zone B', size: 1 })
    expect(endsOf(['Fire in zone B', 'Fire'], 'Evacuate', 9)).toEqual({ left: 'Fire', size: 1 })
    expect(endsOf(['Wait overtime'], 'Unclaimed', 11)).toMatchObject({ size: 0.9167 })
  })

  it('gives long names more columns', () => {
    const name = { zh: '企'.repeat(40), en: 'Joint services for business registration' }
    expect(fitName({ zh: '新港街道', en: 'Xingang' }, 'zh', 'quiet')).toEqual({ span: 1, size: 1, lines: 1 })
    expect(fitName(name, 'zh', 'quiet').span).toBe(3)
    expect(fitName(name, 'zh', 'urgent').span).toBe(2)
    const wide = (_: unknown, { id }: { id: string }) => (id === 'q0' ? 3 : 1)
    expect(layOut(tiles(0, 0, 94), 27.55, grid, wide, 0)).toMatchObject({ quietPages: 1 })
  })
})

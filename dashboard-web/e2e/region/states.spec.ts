import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { WALL_TOKEN } from '../support/hallServer'
import { brokenWords, clashes, expectNone } from '../support/layout'
import type { ScriptedRegion } from '../support/scriptedRegion'
import { expect, test } from './fixtures'

for (const [node, notice] of [
  ['nowhere', 'noNode'],
  ['forbidden', 'noRight'],
  ['vehicles', 'leaf'],
] as const) {
  test(`a node that is ${node} says ${notice}`, async ({ page, server }) => {
    await page.goto(`${server.url}/region/${node}?token=${WALL_TOKEN}`)
    await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', notice)
    if (notice === 'leaf') await expect(page.getByTestId('to-wall')).toHaveAttribute('href', '/wall/vehicles')
    await expectAccessible(page)
  })
}

test('is loading until there is something', async ({ page, server }) => {
  server.silent = true
  await page.goto(`${server.url}/region/anlan?token=${WALL_TOKEN}`)
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'connecting')
})

test('a picture that may not be seen any more is taken away', async ({ page, server, region }) => {
  await region.open()
  await page.context().clearCookies()
  server.cutAll()
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'notLoggedIn')
  await expect(page.getByTestId('region')).toHaveCount(0)
})

test('a node that leaves the picture is asked for itself', async ({ page, server, region }) => {
  await region.open()
  await page.getByTestId('column-baihe').getByRole('link').click()
  await expect(page.getByTestId('node-name')).toHaveText('白河县')
  server.changeRegion((tree) => {
    for (const id of Object.keys(tree.halls)) if (id.startsWith('baihe')) delete tree.halls[id]
  })
  await expect(page.getByTestId('notice')).toHaveAttribute('data-notice', 'noNode')
  expect(server.regions?.opened).toEqual(['anlan', 'baihe'].slice(0, server.regions?.opened.length))
})

test('all well', async ({ page, server, region }) => {
  await region.open()
  server.changeRegion((tree) => {
    for (const id of Object.keys(tree.halls)) if (tree.glance(id).waiting !== undefined) tree.settle(id).work(id, 6)
  })
  await expect(page.getByTestId('verdict')).toHaveText('运行正常')
  // Over the limit without an alert is not well.
  server.changeRegion((tree) => tree.work('east', 31))
  await expect(page.getByTestId('verdict')).toHaveText('1 厅超限')
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-kind', 'over')
})

test('nothing is known of a hall, nobody waits, thousands wait', async ({ page, server, region }) => {
  await region.open()
  server.changeRegion((tree) => {
    const glance = tree.glance('vehicles')
    for (const key of ['at', 'waiting', 'served', 'openWindows', 'totalWindows', 'longest', 'alerts'] as const)
      delete glance[key]
    delete glance.silentFrom
    tree.work('civic-centre', 41, 9_999).work('east', 0, 0).close('songling-2', 12)
  })
  await expect(page.getByTestId('waiting-anlan')).toHaveText('9,999')
  await expect(page.getByTestId('tile-civic-centre')).toContainText('9,999 人在等')
  await expect(page.getByTestId('tile-vehicles')).toContainText('—')
  await expect(page.getByTestId('tile-songling-2')).toContainText('关闭')
  await expect(region.connection).toHaveText('61/63 厅实时')
})

const NAME = {
  zh: '企业开办变更注销与工程建设项目审批及不动产登记交易缴税一窗受理综合服务专区东侧厅',
  en: 'Joint services for business registration, construction permits and real estate, east side',
}

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [7680, 2160],
  [1600, 1200],
] as const

const DRESSES: Readonly<Record<string, (tree: ScriptedRegion) => void>> = {
  drawn: () => {},
  'long names': (tree) => {
    for (const id of ['civic-centre', 'songling-1', 'baihe', 'donghu', 'linjiang-3', 'yuntai-2', 'qingshi'])
      tree.glance(id).name = NAME
  },
  burning: (tree) => void tree.emergency('linjiang-3', 'e-1'),
  'a drill and long names': (tree) => {
    tree.emergency('linjiang-3', 'e-1', { drill: true, headline: NAME }).glance('linjiang-3').name = NAME
  },
  extremes: (tree) => {
    tree.work('civic-centre', 1_141, 9_999).work('linjiang-1', 62, 9_999).work('donghu', 0).close('baihe-2', 31)
  },
}

for (const [what, dress] of Object.entries(DRESSES)) {
  for (const language of ['zh', 'en']) {
    test(`everything has its place at any size in ${language}: ${what}`, async ({ page, server, region }) => {
      server.changeRegion(dress)
      await region.open(`/region/anlan?lang=${language}`)
      await page.evaluate(() => document.fonts.ready)
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        const message = `${width}×${height}`
        await expectNone(() => clashes(page.getByTestId('region')), message)
        await expectNone(() => brokenWords(page.getByTestId('region')), message)
        await expectNone(() => cut(page), message)
      }
    })
  }
}

const SHAPES = [
  [1920, 1080],
  [7680, 2160],
  [1600, 1200],
] as const

/** A county of nine halls, and what makes it one of three. */
const FEW: Readonly<Record<string, (tree: ScriptedRegion) => void>> = {
  nine: () => {},
  'long names': (tree) => {
    for (const id of ['baihe', 'baihe-1', 'baihe-4']) tree.glance(id).name = NAME
  },
  'three critical': (tree) => {
    for (const id of ['baihe-2', 'baihe-5', 'baihe-7'])
      tree.settle(id).work(id, 1_141, 9_999).alert(id, 'CRITICAL', 'WAIT_OVERTIME', 4)
  },
  'burning too': (tree) => void tree.emergency('baihe-3', 'e-1', { headline: NAME }),
  three: (tree) => {
    for (const id of [1, 3, 4, 5, 6, 8]) delete tree.halls[`baihe-${id}`]
  },
}

for (const language of ['zh', 'en']) {
  test(`few halls are drawn larger, everything in its place at any size in ${language}`, async ({
    page,
    server,
    region,
  }) => {
    await region.open(`/region/baihe?lang=${language}`)
    await page.evaluate(() => document.fonts.ready)
    const drawnAt = () => page.getByTestId('field').evaluate((field) => Number(getComputedStyle(field).zoom))
    const scales: number[] = []
    for (const [what, dress] of Object.entries(FEW)) {
      server.changeRegion(dress)
      for (const [width, height] of SHAPES) {
        await page.setViewportSize({ width, height })
        const message = `${what}, ${width}×${height}`
        await expectNone(() => clashes(page.getByTestId('region')), message)
        await expectNone(() => brokenWords(page.getByTestId('region')), message)
        await expectNone(() => cut(page), message)
        if (width === 1920) scales.push(await drawnAt())
      }
      await expect(page.getByTestId('rest')).toHaveCount(0)
    }
    expect(scales, 'as large as before with long names and critical halls; a fire on top needs the room').toEqual([
      1.5, 1.5, 1.5, 1, 1.5,
    ])
  })
}

/** What is cut off, or stands outside of the sheet. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const line = 0.35 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const boxes = '.sheet > *, .tile, .head, .tile .what, .tile .who, .row, .column, .path, .cover'
    const tooBig = [...document.querySelectorAll<HTMLElement>(boxes)].filter(
      (box) =>
        getComputedStyle(box).display !== 'inline' &&
        (box.scrollWidth > box.clientWidth + 1 ||
          // Large figures stand in lines that are lower than their letters may be.
          (!box.matches('.head') && box.scrollHeight > box.clientHeight + line)),
    )
    const sheet = document.querySelector('.sheet')?.getBoundingClientRect()
    const outside = [...document.querySelectorAll('.sheet *')].filter((element) => {
      const { left, right, top, bottom, width: own } = element.getBoundingClientRect()
      return (
        sheet &&
        own > 0 &&
        (left < sheet.left - 1 || right > sheet.right + 1 || top < sheet.top - 1 || bottom > sheet.bottom + 1)
      )
    })
    return [...tooBig, ...outside].map((element) => `${element.getAttribute('class')}: ${element.textContent}`)
  })
}

for (const theme of ['dark', 'light']) {
  for (const what of ['drawn', 'burning', 'stale', 'phone'] as const) {
    test(`axe finds nothing: ${what}, ${theme}`, async ({ page, server, region }) => {
      if (what === 'burning') server.changeRegion((tree) => tree.emergency('linjiang-3', 'e-1', { drill: true }))
      if (what === 'phone') await page.setViewportSize({ width: 390, height: 844 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await region.open(`/region/anlan?theme=${theme}`)
      if (what === 'stale') {
        server.journal = 'STALE'
        await expect(region.connection).toHaveAttribute('data-state', 'stale')
      }
      await expectAccessible(page)
    })
  }
}

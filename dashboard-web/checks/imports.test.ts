import { describe, expect, it } from 'vitest'
import { violations } from './imports'
import { sources } from './sources'

describe('imports', () => {
  it('go one way through the layers', () => {
    expect(sources().length).toBeGreaterThan(40)
    expect(sources().flatMap(([path, source]) => violations(path, source))).toEqual([])
  })

  it.each([
    ['wire/view.ts', "import { Supervisor } from '../stream/supervisor'"],
    ['wire/view.ts', "import { ref } from 'vue'"],
    ['stream/supervisor.ts', "import { useHall } from '../state/hall'"],
    ['stream/supervisor.ts', "import { defineStore } from 'pinia'"],
    ['state/hall.ts', "import WallPage from '../features/wall/WallPage.vue'"],
    ['state/hall.ts', "import { count } from '../ui/format'"],
    ['ui/ShapeIcon.vue', "import type { HallView } from '../wire/view'"],
    ['ui/ShapeIcon.vue', "import { useI18n } from 'vue-i18n'"],
    ['parts/TakeoverSheet.vue', "import WallPage from '../features/wall/WallPage.vue'"],
    ['ui/ShapeIcon.vue', "import LiveMark from '../parts/LiveMark.vue'"],
    ['features/wall/WallPage.vue', "import LoginPage from '../login/LoginPage.vue'"],
    ['features/wall/WallPage.vue', "const page = () => import('../login/LoginPage.vue')"],
    ['features/wall/WallPage.vue', "import { Supervisor } from '../../stream/supervisor'"],
    ['features/wall/WallPage.vue', "import { i18n } from '../../locales'"],
    ['features/wall/WallPage.vue', "import '../login/style.css'"],
    ['features/wall/WallPage.vue', "export * from '../login/localPath'"],
    ['features/wall/WallPage.vue', "import { LineChart } from 'echarts/charts'"],
    ['elsewhere/new.ts', "import { ref } from 'vue'"],
    ['main.ts', "import { mergePatch } from './wire/mergePatch'"],
    ['wire/view.ts', "import { it } from 'vitest'"],
  ])('a planted violation is found: %s has %s', (path, source) => {
    expect(violations(path, source)).toHaveLength(1)
  })

  it.each([
    ['features/wall/WallPage.vue', "import { useHall } from '../../state/hall'"],
    ['features/wall/WallPage.vue', "import type { HallView } from '../../wire/view'"],
    ['features/board/BoardPage.vue', "import TakeoverSheet from '../../parts/TakeoverSheet.vue'"],
    ['features/wall/WallPage.vue', "import { drawQueue } from './strip'"],
    ['stream/supervisor.test.ts', "import { it } from 'vitest'"],
    ['router.ts', "const page = () => import('./features/login/LoginPage.vue')"],
  ])('what is allowed passes: %s has %s', (path, source) => {
    expect(violations(path, source)).toEqual([])
  })
})

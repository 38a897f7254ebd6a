import { createRouter, createWebHistory } from 'vue-router'
import WallPage from './features/wall/WallPage.vue'
import NotFoundPage from './NotFoundPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', component: WallPage },
    { path: '/wall/:hall', name: 'wall', component: WallPage },
    { path: '/board/:hall/:zone?', name: 'board', component: () => import('./features/board/BoardPage.vue') },
    {
      path: '/desk/:hall/quality',
      name: 'desk-quality',
      component: () => import('./features/desk/QualityPage.vue'),
    },
    {
      path: '/desk/:hall?',
      component: () => import('./features/desk/DeskPage.vue'),
      children: [
        { path: ':alert(a\\d+)?', name: 'desk', component: () => import('./features/desk/DeskSheet.vue') },
        {
          path: 'emergency',
          name: 'emergency-declare',
          component: () => import('./features/desk/emergency/DeclarePage.vue'),
        },
        {
          path: 'emergency/:emergency',
          name: 'emergency',
          component: () => import('./features/desk/emergency/EmergencyPage.vue'),
        },
        {
          path: 'emergency/:emergency/report',
          name: 'emergency-report',
          component: () => import('./features/desk/emergency/PrintPage.vue'),
        },
        {
          path: 'emergencies',
          name: 'emergencies',
          component: () => import('./features/desk/emergency/EmergenciesPage.vue'),
        },
      ],
    },
    { path: '/region/:node', name: 'region', component: () => import('./features/region/RegionPage.vue') },
    { path: '/login', name: 'login', component: () => import('./features/login/LoginPage.vue') },
    { path: '/:anything(.*)*', component: NotFoundPage },
  ],
})

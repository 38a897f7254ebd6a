import { createRouter, createWebHistory } from 'vue-router'
import WallPage from './features/wall/WallPage.vue'
import NotFoundPage from './NotFoundPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', component: WallPage },
    { path: '/wall/:hall', name: 'wall', component: WallPage },
    {
      path: '/desk/:hall/quality',
      name: 'desk-quality',
      component: () => import('./features/desk/QualityPage.vue'),
    },
    { path: '/desk/:hall?/:alert(a\\d+)?', name: 'desk', component: () => import('./features/desk/DeskPage.vue') },
    { path: '/login', name: 'login', component: () => import('./features/login/LoginPage.vue') },
    { path: '/:anything(.*)*', component: NotFoundPage },
  ],
})

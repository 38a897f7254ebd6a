import { createRouter, createWebHistory } from 'vue-router'
import WallPage from './features/wall/WallPage.vue'
import NotFoundPage from './NotFoundPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', component: WallPage },
    { path: '/wall/:hall', name: 'wall', component: WallPage },
    { path: '/login', name: 'login', component: () => import('./features/login/LoginPage.vue') },
    { path: '/:anything(.*)*', component: NotFoundPage },
  ],
})

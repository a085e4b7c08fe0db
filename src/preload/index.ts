/** Where the preload starts: puts the bridge into the page's world, and nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('lectern', createBridge({ ipcRenderer, webUtils }));

import { hydrate } from 'preact';
import { type FrameState, frameRootId, frameStateId } from '../contract/embed';
import { App } from './view/app';

const root = document.getElementById(frameRootId);
const state = JSON.parse(document.getElementById(frameStateId)?.textContent ?? '') as FrameState;
if (root) hydrate(<App state={state} />, root);

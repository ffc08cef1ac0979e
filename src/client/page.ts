/**
 * The script of the public pages, fetched after `load`. Every page is complete without it: each behaviour below makes
 * one thing more comfortable, is found by `data-behaviour`, and may be started again without harm.
 */
import { startEditionSwitch } from './edition-switch.ts'
import { startLazyHtmx } from './lazy-htmx.ts'
import { startLoadMore } from './load-more.ts'
import { keepForOffline } from './offline.ts'
import { showSavedCopy } from './saved-copy.ts'
import { fillSavedList } from './saved-list.ts'
import { offerSharing } from './share.ts'

/** Only the search page needs it. */
declare const SEARCH_SCRIPT_URL: string

startEditionSwitch()
startLazyHtmx()
startLoadMore()
showSavedCopy()
void fillSavedList()
offerSharing()
if (document.querySelector('[data-behaviour~=search]')) void import(SEARCH_SCRIPT_URL)
if (document.readyState === 'complete') void keepForOffline()
else addEventListener('load', () => void keepForOffline())

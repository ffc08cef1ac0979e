/**
 * Registers the service worker, which keeps the articles that were read (see sw/service-worker.ts). Call it after
 * `load`. It did not see the page being fetched that is open when it is first installed, so it is told to keep it.
 */
const SERVICE_WORKER_URL = '/service-worker.js'

export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const wasSeen = navigator.serviceWorker.controller !== null
  try {
    await navigator.serviceWorker.register(SERVICE_WORKER_URL)
    const { active } = await navigator.serviceWorker.ready
    if (!wasSeen) active?.postMessage({ keep: location.href })
  } catch {
    // No storage, a private window, a failed download: the page is complete without it.
  }
}

// Decides how the phone's small signs are drawn.

/** Signal, wireless network and battery. */
export function drawStatusIcons(): string {
  const bars = [4, 6.5, 9, 12].map(
    (height, index) => `<rect x="${index * 4.6}" y="${12 - height}" width="3.2" height="${height}" rx=".8"/>`,
  )
  return `<span class="status-icons"><svg width="18" height="12" viewBox="0 0 18 12" fill="currentColor">${bars.join('')}</svg>
<svg width="17" height="12" viewBox="0 0 17 12" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"><path d="M1.4 4.3a10.2 10.2 0 0 1 14.2 0M4 7.1a6.5 6.5 0 0 1 9 0"/><circle cx="8.5" cy="10.2" r="1.2" fill="currentColor" stroke="none"/></svg>
<svg width="26" height="13" viewBox="0 0 26 13" fill="none" stroke="currentColor"><rect x=".6" y=".6" width="21.8" height="11.8" rx="3.4"/><rect x="2.4" y="2.4" width="18.2" height="8.2" rx="1.8" fill="currentColor" stroke="none"/><path d="M24.3 4.6v3.8" stroke-width="1.5" stroke-linecap="round"/></svg></span>`
}

/** The menu and the close button. */
export function drawCapsule(): string {
  return `<button class="capsule-menu" aria-label="更多"><svg width="20" height="6" viewBox="0 0 20 6" fill="currentColor"><circle cx="2.4" cy="3" r="1.7"/><circle cx="10" cy="3" r="2.6"/><circle cx="17.6" cy="3" r="1.7"/></svg></button><i></i><button class="capsule-close" aria-label="关闭"><svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2"><circle cx="9" cy="9" r="7"/><circle cx="9" cy="9" r="2.6" fill="currentColor" stroke="none"/></svg></button>`
}

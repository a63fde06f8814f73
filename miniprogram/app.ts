// Decides what happens once when the program starts: the cloud, and updates that wait for nobody.
import { startCloud } from './services/cloud'
import { openSession } from './services/session'

App({
  onLaunch() {
    startCloud()
    void openSession()
    const updates = wx.getUpdateManager()
    updates.onUpdateReady(() => updates.applyUpdate())
  },
})

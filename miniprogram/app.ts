// Decides what happens when the program starts: the cloud, updates, rolls that wait for the network.
import { sendKeptRolls, watchKeptRolls } from './domains/roll/kept-rolls'
import { startCloud } from './services/cloud'
import { openSession } from './services/session'

App({
  onLaunch() {
    startCloud()
    void openSession()
    watchKeptRolls()
    const updates = wx.getUpdateManager()
    updates.onUpdateReady(() => updates.applyUpdate())
  },
  onShow() {
    void sendKeptRolls()
  },
})

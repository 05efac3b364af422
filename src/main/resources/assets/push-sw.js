// Shows a notification when the server rings, and opens its page. It keeps nothing.
self.addEventListener("push", (event) => {
  const news = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(news.title ?? "竹西", {
    icon: "/assets/icon.svg",
    data: { link: news.link ?? "/me/notifications" },
  }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.link));
});

String log = new File(basedir, 'build.log').text
assert log.contains('remote-call-in-loop')
assert log.contains('orders/src/main/java/shop/orders/Orders.java:18')
assert log.contains('1 Java file')
assert !new File(basedir, 'target').exists()

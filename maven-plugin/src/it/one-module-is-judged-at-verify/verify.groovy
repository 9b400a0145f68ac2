String log = new File(basedir, 'build.log').text
assert log.contains('remote-call-in-loop')
assert log.contains('src/main/java/shop/orders/Orders.java:18')
assert log.contains('full report: target/loadline/loadline.html, target/loadline/loadline.json')
assert log.contains('The gate none passes.')

File reports = new File(basedir, 'target/loadline')
assert reports.list().sort() == ['loadline.html', 'loadline.json']
def json = new groovy.json.JsonSlurper().parse(new File(reports, 'loadline.json'))
assert json.inputs.javaFiles == 1
assert json.findings.any { it.rule == 'remote-call-in-loop' && it.path == 'src/main/java/shop/orders/Orders.java' }

String log = new File(basedir, 'build.log').text
assert log.findAll(/--- loadline\S*:check \(default\)/).size() == 4
assert log.findAll(/--- loadline\S*:check \(default-cli\)/).size() == 1
assert log.count('The gate none passes.') == 2
assert log.count('The reactor is judged once, when its last module comes here.') == 3

def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/loadline/loadline.json'))
assert json.inputs.javaFiles == 3
assert json.findings*.path.collect { it.split('/')[0] }.toSet() == ['orders', 'payments', 'stock'] as Set
assert log.contains('Written: target/asked/loadline.csv')
assert new File(basedir, 'target/asked').list() == ['loadline.csv'] as String[]
for (module in ['orders', 'payments', 'stock']) {
    assert new File(basedir, module + '/target/' + module + '-1.jar').isFile()
    assert !new File(basedir, module + '/target/loadline').exists()
}

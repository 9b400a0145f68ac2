String log = new File(basedir, 'build.log').text
assert log.contains('COMPILATION ERROR')
assert log.count('The gate minor fails: ') == 1
assert log.indexOf('The gate minor fails: ') > log.indexOf('COMPILATION ERROR')

def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/loadline/loadline.json'))
assert json.inputs.javaFiles == 3
assert json.findings*.path.collect { it.split('/')[0] }.toSet() == ['orders', 'stock'] as Set

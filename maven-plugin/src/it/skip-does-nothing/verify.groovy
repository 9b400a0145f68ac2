String log = new File(basedir, 'build.log').text
assert log.count('Skipped by loadline.skip.') == 2
assert !log.contains('remote-call-in-loop')
assert !new File(basedir, 'target/loadline').exists()

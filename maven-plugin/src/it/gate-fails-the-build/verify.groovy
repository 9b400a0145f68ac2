String log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal io\.loadline:loadline-maven-plugin:.*:check .*The gate blocker fails: 1 blocker finding/
assert new File(basedir, 'target/loadline/loadline.html').isFile()

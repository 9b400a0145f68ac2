boolean listed = new File(basedir, 'build.log').text.contains('loadline:help')
assert listed

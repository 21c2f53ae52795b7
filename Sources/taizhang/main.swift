internal import CommandLineApp

TaizhangApp.run()

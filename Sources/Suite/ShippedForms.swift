extension Suite {
  /// The files of `seeds/forms/`, as the build put them into the program: nothing reads them but what makes a
  /// ledger.
  public static var forms: [(name: String, bytes: [UInt8])] {
    [
      ("forms.csv", PackageResources.forms_csv),
      ("form-lines.csv", PackageResources.form_lines_csv),
      ("form-checks.csv", PackageResources.form_checks_csv),
    ]
  }
}

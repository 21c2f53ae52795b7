internal import Glibc
public import OfficeFiles
public import TargetEngine

extension FileFault {
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    let name = w.path(path)
    switch self {
    case .notFound:
      return w(
        "找不到文件：\(name)。请核对文件名和所在文件夹。",
        "\(name): there is no such file. Check its name and folder.")
    case .isDirectory:
      return w(
        "\(name)是文件夹，不是文件。请写明其中的文件。",
        "\(name) is a folder, not a file. Name a file in it.")
    case .noPermission:
      return w(
        "没有读取\(name)的权限。请向文件的所有者申请权限，或将文件复制到自己的文件夹。",
        "\(name): you may not read this file. Ask its owner, or copy it to a folder of yours.")
    case .unreadable(_, let errno):
      let reason = String(cString: strerror(errno))
      return w(
        "读取\(name)失败（系统提示：\(reason)）。请检查磁盘、网络驱动器或 U 盘后重试。",
        "\(name) could not be read (\(reason)). Check the disk, drive or network and try again.")
    }
  }

  var cause: Complaint.Cause {
    switch self {
    case .notFound, .isDirectory, .noPermission: .noInput
    case .unreadable: .io
    }
  }
}

extension FileFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: cause)
  }
}
